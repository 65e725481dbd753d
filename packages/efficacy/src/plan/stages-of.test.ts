import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTest } from '../testing/tests.ts';
import type { FaultRun } from './fault-run.ts';
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
const fault = { id: 'A4', sentence: 'A4 is back.', source: 'ENG-1' };
const faultRun: FaultRun = {
  fault: 'A4',
  tests: ['slow', 'quick'],
  retries: 1,
  workers: 1,
  stopWhenCaught: true,
};

describe('the stages of a fault run', () => {
  test('are one, of all its tests, when the run does not stop', () => {
    const whole = { ...faultRun, stopWhenCaught: false };

    expect(stagesOf(whole, fault, { planned, clean })).toEqual([['slow', 'quick']]);
    expect(stagesOf({ ...whole, tests: undefined }, fault, { planned, clean })).toEqual([undefined]);
  });

  test('begin with the quickest test that claims the fault, and go on to all that do', () => {
    expect(stagesOf(faultRun, fault, { planned, clean })).toEqual([['quick'], ['slow', 'quick']]);
  });

  test('end with all tests where the fault run may run them', () => {
    expect(stagesOf({ ...faultRun, tests: undefined }, fault, { planned, clean })).toEqual([
      ['quick'],
      ['quick', 'slow'],
      undefined,
    ]);
  });

  test('are one where one test claims the fault', () => {
    const only = { ...faultRun, tests: ['quickest'] };

    expect(stagesOf(only, { ...fault, id: 'A1' }, { planned: planned.slice(2), clean })).toEqual([
      ['quickest'],
    ]);
  });

  test('never begin with a test that is red on the clean platform, or was not run there', () => {
    expect(stagesOf(faultRun, fault, { planned, clean: { ...clean, falseAlarms: ['quick'] } })).toEqual([
      ['slow'],
      ['slow', 'quick'],
    ]);
    expect(stagesOf(faultRun, fault, { planned, clean: { ...clean, ran: clean.ran.slice(0, 1) } })).toEqual([
      ['slow'],
      ['slow', 'quick'],
    ]);
    expect(stagesOf(faultRun, fault, { planned, clean: { ...clean, ran: [] } })).toEqual([['slow', 'quick']]);
  });

  test('begin with the test that the fault names', () => {
    expect(stagesOf(faultRun, { ...fault, caughtBy: { test: 'slow' } }, { planned, clean })).toEqual([
      ['slow'],
      ['slow', 'quick'],
    ]);
  });

  test('are one, of all tests, where no test claims the fault', () => {
    const unclaimed = { ...fault, id: 'A19' };

    expect(stagesOf({ ...faultRun, tests: undefined }, unclaimed, { planned, clean })).toEqual([undefined]);
  });
});

test('each stage holds the tests of the stages before it, none is repeated, and the last holds all', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const someOf = (list: readonly string[]) => fc.subarray([...list]);
  fc.assert(
    fc.property(
      fc.record({ claiming: someOf(ids), ran: someOf(ids), falseAlarms: someOf(ids), fast: fc.boolean() }),
      ({ claiming, ran, falseAlarms, fast }) => {
        const tests = ids.map((id) => aTest(id, claiming.includes(id) ? ['A4'] : []));
        const asked = { ...faultRun, tests: fast ? claiming : undefined };

        const stages = stagesOf(asked, fault, {
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
