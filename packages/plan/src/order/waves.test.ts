import { resultsOf } from '@uat/history/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastRuns } from './past-runs.ts';
import { waves } from './waves.ts';

const now = new Date('2026-11-05T00:00:00.000Z');

/** Tests by their id, with a pattern of results each. */
const pastOf = (patterns: Record<string, string>, seconds = 1) =>
  pastRuns(Object.entries(patterns).flatMap(([id, pattern]) => resultsOf(pattern, { test: id, seconds })));
const testsOf = (...ids: string[]) => ids.map((id) => ({ id }));

describe('tests run in waves:', () => {
  test('failed lately, changed, new, then the others, each with its reason', () => {
    const past = pastOf({ old: 'PPPP', changed: 'PPPP', failed: 'PPFP', failing: 'PPPF' });
    const changed = new Map([['changed', 'suites/a/b.spec.ts changed']]);

    expect(waves(testsOf('old', 'new', 'changed', 'failed', 'failing'), past, { changed, now })).toEqual([
      {
        kind: 'failed-lately',
        tests: [
          { id: 'failing', reason: 'failed in the last run' },
          { id: 'failed', reason: 'failed 2 runs ago' },
        ],
      },
      { kind: 'changed', tests: [{ id: 'changed', reason: 'suites/a/b.spec.ts changed' }] },
      { kind: 'new', tests: [{ id: 'new', reason: 'new, no history' }] },
      { kind: 'rest', tests: [{ id: 'old', reason: 'broke 0 times in 4 runs, takes 1 s' }] },
    ]);
  });

  test('a failure of ten runs or fourteen days ago is not lately', () => {
    const past = pastOf({ a: `F${'P'.repeat(10)}` });

    expect(waves(testsOf('a'), past, { now })).toMatchObject([{ kind: 'rest' }]);
    expect(
      waves(testsOf('a'), pastOf({ a: 'F' }), { now: new Date('2026-11-16T00:00:00.000Z') }),
    ).toMatchObject([{ kind: 'rest' }]);
  });

  test('of the others, what breaks often and is quick comes first', () => {
    const steady = 'P'.repeat(15);
    const past = new Map([
      ...pastOf({ quick: steady, fragile: `FPFPF${steady}` }, 1),
      ...pastOf({ slow: steady }, 60),
    ]);

    const order = waves(testsOf('slow', 'quick', 'fragile'), past, { now, restWaves: 2 });

    expect(order.flatMap((wave) => wave.tests.map(({ id }) => id))).toEqual(['fragile', 'quick', 'slow']);
  });

  test('a failure of the infrastructure does not count', () => {
    expect(waves(testsOf('a'), pastOf({ a: 'PPI' }), { now })).toMatchObject([{ kind: 'rest' }]);
  });

  test('a repetition has the past of its test', () => {
    expect(waves(testsOf('a~2'), pastOf({ a: 'PPF' }), { now })).toMatchObject([{ kind: 'failed-lately' }]);
  });
});

test('each test is in one wave, whatever its past', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.stringMatching(/^[PFRIN]{0,12}$/)),
      fc.array(fc.stringMatching(/^[a-z]{1,4}$/)),
      fc.integer({ min: 1, max: 5 }),
      (patterns, news, restWaves) => {
        const ids = [...new Set([...Object.keys(patterns), ...news])];
        const order = waves(testsOf(...ids), pastOf(patterns), { now, restWaves });

        expect(order.flatMap(({ tests }) => tests.map(({ id }) => id)).toSorted()).toEqual(ids.toSorted());
        expect(order.every(({ tests }) => tests.length > 0)).toBe(true);
      },
    ),
  );
});
