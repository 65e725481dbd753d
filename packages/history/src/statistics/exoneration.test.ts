import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { exoneration } from './exoneration.ts';

/** The decision on a change that starts from the commit of run `on`. */
const decided = (pattern: string, on: number) => {
  const results = resultsOf(pattern);
  const at = results[on - 1]?.startedAt ?? '2026-11-01T00:00:00.000Z';
  return exoneration(results, { commit: `c${on}`, at });
};

describe('a failure is excused', () => {
  test('by 6 failures in 10 runs around the base', () => {
    expect(decided('PPPFPFPFFPFFPPP', 8)).toMatchObject({
      excused: true,
      by: 'failing',
      failed: 6,
      runs: 10,
    });
  });

  test('by 3 failures in a row that touch the base and last to the newest run', () => {
    expect(decided(`${'P'.repeat(12)}FFF`, 13)).toEqual({
      excused: true,
      by: 'consecutive-failures',
      consecutive: 3,
    });
  });

  test('by two sources on which the test passed and failed', () => {
    expect(decided('PPPPRPPPRPPPPPPP', 10)).toEqual({ excused: true, by: 'flaky', flaky: 2, sources: 16 });
  });

  test('by two runs on one commit and version that ended differently, twice', () => {
    const results = [
      ...resultsOf('PF', { commit: 'a' }),
      ...resultsOf('PPFP', { commit: 'b' }).map((one) => ({ ...one, runId: `b-${one.runId}` })),
    ];

    expect(exoneration(results, { commit: 'b', at: '2026-11-01T06:00:00.000Z' })).toMatchObject({
      by: 'flaky',
      flaky: 2,
      sources: 2,
    });
  });
});

describe('a failure is not excused', () => {
  test.each([
    { what: 'without runs on the base', pattern: '', on: 1 },
    { what: 'when the test passes on the base', pattern: 'PPPPPPPPPP', on: 5 },
    { what: 'by two failures in a row', pattern: 'PPPPPFF', on: 6 },
    { what: 'by three failures between passes', pattern: 'PPPPPFFFPPPPP', on: 7 },
    { what: 'by three failures that ended before the base', pattern: 'FFFPPPPPPPPPPP', on: 5 },
    { what: 'by one recovery on retry', pattern: 'PPPPRPPPPP', on: 5 },
    { what: 'by failures of the infrastructure', pattern: 'IIIIIIIIII', on: 5 },
  ])('$what', ({ pattern, on }) => {
    expect(decided(pattern, on)).toEqual({ excused: false });
  });

  test('by what happened more than 14 days from the base', () => {
    const results = resultsOf('FFFFFFFFFF');

    expect(exoneration(results, { at: '2026-12-01T00:00:00.000Z' })).toEqual({ excused: false });
  });

  test('by flaky sources below 1 % of them', () => {
    const results = resultsOf(`${'P'.repeat(150)}RR${'P'.repeat(150)}`, { hours: 0.5 });
    expect(exoneration(results, { at: results[150]?.startedAt ?? '' })).toEqual({ excused: false });
  });
});

test('another failure on the base never takes the excuse away', () => {
  const placed = arbitraryPattern
    .filter((pattern) => pattern.length > 0)
    .chain((pattern) =>
      fc.record({ pattern: fc.constant(pattern), on: fc.integer({ min: 1, max: pattern.length }) }),
    );
  fc.assert(
    fc.property(placed, ({ pattern, on }) => {
      const before = decided(pattern, on);
      const worse = decided(`${pattern.slice(0, on - 1)}F${pattern.slice(on)}`, on);

      // A source that failed throughout is no longer flaky.
      expect(worse.excused || !before.excused || before.by === 'flaky').toBe(true);
    }),
  );
});
