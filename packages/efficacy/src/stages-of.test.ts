import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTest } from './testing/tests.ts';
import type { Experiment } from './experiment.ts';
import { stagesOf } from './stages-of.ts';

const planned = [
  aTest('slow', ['A1', 'A4']),
  aTest('quick', ['A4']),
  aTest('quickest', ['A1']),
  aTest('any', []),
];
const clean = {
  falseAlarms: [],
  ran: [
    { id: 'slow', seconds: 9 },
    { id: 'quick', seconds: 1 },
    { id: 'quickest', seconds: 0.1 },
    { id: 'any', seconds: 0.1 },
  ],
};
const defect = { id: 'A4', sentence: 'A4 is back.', source: 'ENG-1' };
const experiment: Experiment = {
  defect: 'A4',
  tests: ['slow', 'quick'],
  retries: 1,
  workers: 1,
  stopWhenCaught: true,
};

describe('the runs of an experiment', () => {
  test('are one, of all its tests, where it is to see everything', () => {
    const whole = { ...experiment, stopWhenCaught: false };

    expect(stagesOf(whole, defect, { planned, clean })).toEqual([['slow', 'quick']]);
    expect(stagesOf({ ...whole, tests: undefined }, defect, { planned, clean })).toEqual([undefined]);
  });

  test('begin with the quickest test that claims the defect, and go on to all that do', () => {
    expect(stagesOf(experiment, defect, { planned, clean })).toEqual([['quick'], ['slow', 'quick']]);
  });

  test('end with all tests where the experiment may run them', () => {
    expect(stagesOf({ ...experiment, tests: undefined }, defect, { planned, clean })).toEqual([
      ['quick'],
      ['quick', 'slow'],
      undefined,
    ]);
  });

  test('are one where one test claims the defect', () => {
    const only = { ...experiment, tests: ['quickest'] };

    expect(stagesOf(only, { ...defect, id: 'A1' }, { planned: planned.slice(2), clean })).toEqual([
      ['quickest'],
    ]);
  });

  test('hold no test on its own that is red on the clean platform, or was not run there', () => {
    expect(stagesOf(experiment, defect, { planned, clean: { ...clean, falseAlarms: ['quick'] } })).toEqual([
      ['slow'],
      ['slow', 'quick'],
    ]);
    expect(
      stagesOf(experiment, defect, { planned, clean: { ...clean, ran: clean.ran.slice(0, 1) } }),
    ).toEqual([['slow'], ['slow', 'quick']]);
    expect(stagesOf(experiment, defect, { planned, clean: { ...clean, ran: [] } })).toEqual([
      ['slow', 'quick'],
    ]);
  });

  test('begin with the check that the defect names', () => {
    expect(stagesOf(experiment, { ...defect, check: 'slow' }, { planned, clean })).toEqual([
      ['slow'],
      ['slow', 'quick'],
    ]);
  });

  test('are those of all tests at once where no test claims the defect', () => {
    const unclaimed = { ...defect, id: 'A19' };

    expect(stagesOf({ ...experiment, tests: undefined }, unclaimed, { planned, clean })).toEqual([undefined]);
  });
});

test('each run of an experiment holds the tests of those before it, none is made twice, and the last is the whole', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const someOf = (list: readonly string[]) => fc.subarray([...list]);
  fc.assert(
    fc.property(
      fc.record({ claiming: someOf(ids), ran: someOf(ids), falseAlarms: someOf(ids), fast: fc.boolean() }),
      ({ claiming, ran, falseAlarms, fast }) => {
        const tests = ids.map((id) => aTest(id, claiming.includes(id) ? ['A4'] : []));
        const asked = { ...experiment, tests: fast ? claiming : undefined };

        const stages = stagesOf(asked, defect, {
          planned: tests,
          clean: { falseAlarms, ran: ran.map((id, index) => ({ id, seconds: index % 3 })) },
        });

        const sets = stages.map((stage) => new Set(stage ?? ids));
        for (const [index, set] of sets.slice(1).entries())
          expect(set.isSupersetOf(sets[index] ?? new Set())).toBe(true);
        expect(new Set(stages.map((stage) => JSON.stringify(stage?.toSorted() ?? 'all'))).size).toBe(
          stages.length,
        );
        if (!fast || claiming.length > 0) expect(stages.at(-1)).toEqual(asked.tests);
      },
    ),
  );
});
