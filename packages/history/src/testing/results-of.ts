import fc from 'fast-check';
import type { TestResult } from '../test-result.ts';

/** A result as one letter: passed, failed, recovered on retry, infrastructure failure, not run. */
const letters: Record<string, Pick<TestResult, 'outcome' | 'attempts' | 'cause'>> = {
  P: { outcome: 'passed', attempts: 1 },
  F: { outcome: 'failed', attempts: 2, cause: 'product' },
  R: { outcome: 'flaky', attempts: 2 },
  I: { outcome: 'failed', attempts: 2, cause: 'infrastructure' },
  N: { outcome: 'notRun', attempts: 0 },
};

const start = Date.parse('2026-11-01T00:00:00.000Z');
const hour = 3_600_000;

/** Results of one test in consecutive runs, `r1` first, one a letter: `PPF`. `hours` lie between two runs. */
export function resultsOf(
  pattern: string,
  { hours = 6, ...same }: Partial<TestResult> & { hours?: number } = {},
): TestResult[] {
  return Array.from(pattern, (letter, index) => {
    const result = letters[letter];
    if (result === undefined) throw new Error(`no result for the letter ${letter}`);
    return {
      test: 'area/file#test',
      runId: `r${index + 1}`,
      startedAt: new Date(start + index * hours * hour).toISOString(),
      commit: `c${index + 1}`,
      target: 'staging',
      version: '1.0.0',
      lane: 'nightly',
      seconds: 1,
      ...result,
      ...same,
    };
  });
}

/** Any pattern of results, mostly passed. */
export const arbitraryPattern = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('P') },
      { weight: 4, arbitrary: fc.constantFrom('F', 'R', 'I', 'N') },
    ),
    { maxLength: 60 },
  )
  .map((drawn) => drawn.join(''));
