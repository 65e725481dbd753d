import type { TestResult } from '../test-result.ts';
import { runVerdicts } from './run-verdicts.ts';

/** First-attempt passes in a row with which a test leaves quarantine. */
const passesNeeded = 5;

/** How far a test in quarantine is on its way out. */
export interface QuarantineExit {
  /** Whether it may leave. */
  reached: boolean;
  /** First-attempt passes in a row, the latest run last. */
  passes: number;
  needed: number;
}

/**
 * Whether a test has earned its way out of quarantine: its last 5 runs since the entry passed at the first attempt, in
 * the lane of the entry. Passes elsewhere prove nothing for the lane in which it was unstable.
 * @param results Of one test.
 * @param entry.since Time of the entry.
 */
export function quarantineExit(
  results: readonly TestResult[],
  { lane, since }: { lane: string; since: string },
): QuarantineExit {
  const verdicts = runVerdicts(results.filter((result) => result.lane === lane)).filter(
    ({ startedAt }) => Date.parse(startedAt) >= Date.parse(since),
  );
  const last = verdicts.findLastIndex(({ outcome, attempts }) => outcome !== 'passed' || attempts > 1);
  const passes = verdicts.length - 1 - last;
  return { reached: passes >= passesNeeded, passes, needed: passesNeeded };
}
