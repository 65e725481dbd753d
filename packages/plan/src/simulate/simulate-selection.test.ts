import type { TestResult } from '@uat/history';
import { arbitraryPattern, resultsOf } from '@uat/history/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectByWaves } from './select-by-waves.ts';
import { type Change, simulateSelection } from './simulate-selection.ts';

const historyOf = (patterns: Record<string, string>): TestResult[] =>
  Object.entries(patterns).flatMap(([id, pattern]) => resultsOf(pattern, { test: id }));
const changesOf = (paths: readonly string[]): Change[] =>
  paths.map((path, index) => ({ runId: `r${index + 1}`, paths: [path] }));

const all = ({ tests }: { tests: readonly string[] }) => new Set(tests);
const none = () => new Set<string>();

describe('a simulated selection', () => {
  test('reports the time that it saves and the failures that it misses', () => {
    const history = historyOf({ a: 'PPFP', b: 'PPPP' });

    expect(simulateSelection(history, changesOf(['x', 'x', 'x', 'x']), () => new Set(['b']))).toEqual({
      runs: 4,
      seconds: { all: 8, selected: 4 },
      share: 0.5,
      failures: { all: 1, missed: [{ runId: 'r3', test: 'a' }] },
      faultyChanges: { all: 1, missed: ['r3'] },
    });
  });

  test('blames a change for the tests that failed with it, not for those that failed before', () => {
    const history = historyOf({ a: 'PFFP', b: 'PPPP' });
    const { failures, faultyChanges } = simulateSelection(history, changesOf(['x', 'x', 'x', 'x']), none);

    expect(failures.missed.map(({ runId }) => runId)).toEqual(['r2', 'r3']);
    expect(faultyChanges).toEqual({ all: 1, missed: ['r2'] });
  });

  test('counts failures of the infrastructure nowhere', () => {
    const { failures, faultyChanges } = simulateSelection(
      historyOf({ a: 'PIP' }),
      changesOf(['x', 'x', 'x']),
      none,
    );

    expect({ failures, faultyChanges }).toEqual({
      failures: { all: 0, missed: [] },
      faultyChanges: { all: 0, missed: [] },
    });
  });

  test('shows the strategy nothing of the run for which it selects', () => {
    const known: number[] = [];
    simulateSelection(historyOf({ a: 'PPF' }), changesOf(['x', 'x', 'x']), ({ past }) => {
      known.push(past.get('a')?.runs ?? 0);
      return new Set();
    });

    expect(known).toEqual([0, 1, 2]);
  });

  test('misses nothing when it selects all, and finds nothing when it selects none', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPattern, { minLength: 1, maxLength: 4 }), (patterns) => {
        const history = historyOf(
          Object.fromEntries(patterns.map((pattern, index) => [`t${index}`, pattern])),
        );
        const changes = changesOf(Array.from({ length: 60 }, () => 'x'));
        const [whole, nothing] = [
          simulateSelection(history, changes, all),
          simulateSelection(history, changes, none),
        ];

        expect(whole.failures.missed).toEqual([]);
        expect(whole.faultyChanges.missed).toEqual([]);
        expect(whole.seconds.selected).toBe(whole.seconds.all);
        expect(nothing.failures.missed).toHaveLength(nothing.failures.all);
        expect(nothing.faultyChanges.missed).toHaveLength(nothing.faultyChanges.all);
        expect(nothing.share).toBe(0);
      }),
    );
  });
});

describe('the selection by waves', () => {
  const affected = (paths: readonly string[]) =>
    new Map(paths.map((path) => [`${path}-test`, `${path} changed`]));
  const steady = { a: 'PPPPPPPPPP', b: 'PPPPPPPPPP', c: 'PPPPPPPPPP', d: 'PPPPPPPPPP' };
  const selectedIn = (history: TestResult[], paths: string[], share: number) => {
    const chosen: ReadonlySet<string>[] = [];
    const strategy = selectByWaves({ affected, share });
    simulateSelection(history, changesOf(paths), (input) => {
      const selected = strategy(input);
      chosen.push(selected);
      return selected;
    });
    return chosen.map((one) => [...one].toSorted());
  };

  test('takes what a change affects and what failed lately, whatever they cost', () => {
    const history = historyOf({ ...steady, 'x-test': 'PPPP', failing: 'PPFF' });

    expect(selectedIn(history, ['y', 'y', 'y', 'x'], 0).at(-1)).toEqual(['failing', 'x-test']);
  });

  test('takes what broke when the path was changed before', () => {
    const history = historyOf({ ...steady, other: `PF${'P'.repeat(14)}` });
    const paths = ['y', 'x', ...Array.from({ length: 12 }, () => 'y'), 'x'];

    expect(selectedIn(history, paths, 0).slice(-2)).toEqual([[], ['other']]);
  });

  test('fills up to the share of the time', () => {
    expect(selectedIn(historyOf(steady), ['y', 'y'], 0.5).at(-1)).toHaveLength(2);
  });
});
