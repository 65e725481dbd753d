import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TestResult } from '../test-result.ts';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { type FailureContext, failureSentence } from './failure-sentence.ts';

/** The sentence on the last result of a pattern. */
const sentenceOn = (pattern: string, more: Omit<FailureContext, 'history'> = {}, hours = 6) => {
  const history = resultsOf(pattern, { hours });
  return failureSentence(history.at(-1) as TestResult, { history, ...more });
};

test.each([
  { pattern: 'F', text: 'new test, no history' },
  { pattern: `${'P'.repeat(40)}F`, text: 'first failure in 41 runs' },
  {
    pattern: `${'P'.repeat(40)}FFF`,
    text: 'failing since between run r31 (1.0.0, c31) and run r41 (1.0.0, c41) (99 %)',
  },
  { pattern: 'PPPFF', text: 'failed in the last 2 runs, since run r4 (1.0.0, c4); passed in the run before' },
  { pattern: 'FFFF', text: 'never passed in 4 runs' },
  { pattern: 'PPFPPPRPPPPPPPPPF', text: 'flaky: 3 episodes in 4 days, 18 % of 17 runs' },
  {
    pattern: `PF${'P'.repeat(70)}F`,
    text: 'failed in 2 of 73 runs, the last time 17 days before in run r2 (1.0.0, c2)',
  },
  { pattern: 'PPPI', text: 'says nothing about the test (infrastructure); passed in the last 3 runs' },
])('$pattern: $text', ({ pattern, text }) => {
  expect(sentenceOn(pattern)).toMatchObject({ text });
});

describe('a failure', () => {
  test('in a suspected incident says how many tests failed', () => {
    expect(sentenceOn('PPPF', { incidents: new Map([['r4', 37]]) })).toEqual({
      kind: 'incident',
      text: 'suspected incident, 37 tests failed in this run; passed in the last 3 runs',
    });
  });

  test('is excused by evidence on the base only', () => {
    const base = { commit: 'c12', at: '2026-11-03T18:00:00.000Z' };

    expect(sentenceOn('PPPF', { base: { ...base, results: resultsOf('PPPPPPPPPPPFFF') } })).toEqual({
      kind: 'excused',
      text: 'excused on the base: it fails there 3 times in a row',
    });
    expect(sentenceOn('PPPF', { base: { ...base, results: resultsOf('PPPPPPPPPPPPPP') } })).toMatchObject({
      kind: 'first-failure',
    });
  });

  test('in a lane without history says how the test did elsewhere', () => {
    const [failure] = resultsOf('F', { lane: 'cd', runId: 'new', startedAt: '2026-11-09T00:00:00.000Z' });

    expect(failureSentence(failure as TestResult, { history: resultsOf('PPPFP') })).toEqual({
      kind: 'new-context',
      text: 'first run in lane cd on staging; elsewhere 4 of 5 runs passed',
    });
  });

  test('leaves out what is not known of a run', () => {
    const history = resultsOf('PF', { commit: null, version: null });
    const failure = { ...(history[1] as TestResult), runId: 'r3', startedAt: '2026-11-02T00:00:00.000Z' };

    expect(failureSentence(failure, { history }).text).toBe(
      'failed in the last 2 runs, since run r2; passed in the run before',
    );
  });
});

test('every failure has one sentence of one line, which later runs do not change', () => {
  fc.assert(
    fc.property(
      arbitraryPattern,
      fc.constantFrom('F', 'R', 'I', 'N'),
      arbitraryPattern,
      (before, last, after) => {
        const history = resultsOf(before + last + after);
        const failure = history[before.length] as TestResult;
        const { text } = failureSentence(failure, { history });

        expect(text).toMatch(/^[^\n]{10,}$/);
        expect(text).not.toMatch(/undefined|NaN|null/);
        expect(failureSentence(failure, { history: resultsOf(before + last) }).text).toBe(text);
      },
    ),
  );
});
