import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPattern, resultsOf } from '../testing/index.ts';
import { changepoints } from './changepoints.ts';
import { runVerdicts } from './run-verdicts.ts';

const found = (pattern: string) => changepoints(runVerdicts(resultsOf(pattern)));
const passes = 'P'.repeat(100);

describe('a changepoint', () => {
  test('is found after three failures that follow a hundred passes', () => {
    expect(found(`${passes}FF`)).toEqual([]);
    expect(found(`${passes}FFF`)).toEqual([{ at: 100, after: 91, by: 100 }]);
  });

  test('lies in an interval that narrows with more failures', () => {
    expect(found(`${passes}${'F'.repeat(20)}`)).toEqual([{ at: 100, after: 98, by: 100 }]);
  });

  test('is found where the failing ended', () => {
    expect(found(`${passes}${'F'.repeat(30)}${passes}`)).toMatchObject([{ at: 100 }, { at: 130 }]);
  });

  test('is found where failures stopped recovering on retry', () => {
    expect(found(`${'R'.repeat(30)}${'F'.repeat(30)}`)).toMatchObject([{ at: 30 }]);
  });

  test('lies where it is most probable between its neighbours, whatever the first split was', () => {
    const stretches = [0, 7, 21, 2, 33, 7, 5, 18];
    const pattern = stretches.map((n, index) => (index % 2 === 0 ? 'P' : 'F').repeat(n)).join('');

    const changes = found(pattern);

    expect(changes.length).toBeGreaterThan(1);
    expect(changes.filter(({ at, after, by }) => at <= after || at > by)).toEqual([]);
  });

  test('is none for a steady rate of failures, nor for a history without runs', () => {
    expect(found('PPRPPPPPFPPPPPRPPPPPPPFPPPRPPPPP'.repeat(4))).toEqual([]);
    expect(found('')).toEqual([]);
  });
});

test('lies in its interval, inside the history, and the changepoints are in order', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPattern, { maxLength: 4 }), fc.array(fc.nat(40)), (patterns, stretches) => {
      const pattern = patterns.join('') + stretches.map((n, i) => (i % 2 ? 'F' : 'P').repeat(n)).join('');
      const verdicts = runVerdicts(resultsOf(pattern));
      const changes = changepoints(verdicts);

      for (const { at, after, by } of changes) {
        expect(after).toBeLessThan(by);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(by).toBeLessThan(verdicts.length);
        expect(at).toBeGreaterThan(after);
        expect(at).toBeLessThanOrEqual(by);
      }
      expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
  );
});

test('are the same places when a history is read backwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 20, max: 60 }), (before, after) => {
      const pattern = 'P'.repeat(before) + 'F'.repeat(after);
      const backwards = 'F'.repeat(after) + 'P'.repeat(before);

      expect(found(pattern).map(({ at }) => at)).toEqual([before]);
      expect(found(backwards).map(({ at }) => at)).toEqual([after]);
    }),
  );
});
