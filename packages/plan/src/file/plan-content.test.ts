import type { PlannedTest } from '@uat/record';
import { planned } from '@uat/record/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planContent, type PlanInput, type Split } from './plan-content.ts';

const smoke = planned('smoke/health#up');
const [a, b, c] = ['a', 'b', 'c'].map((title) => planned(`authnz/sign-in#${title}`)) as [
  PlannedTest,
  PlannedTest,
  PlannedTest,
];

/** Puts the tests into shards in turn, and those that other areas need into each. */
const inTurn =
  (of: number) =>
  (tests: readonly PlannedTest[]): Split => ({
    shards: Array.from({ length: of }, (_, shard) => ({
      tests: tests.filter(({ shared }, at) => shared === true || at % of === shard).map(({ id }) => id),
      seconds: 1,
    })),
    ...{ makespan: 1, lowerBound: 1, balance: 1 },
  });

const input = (change: Partial<PlanInput> = {}): PlanInput => ({
  ...{
    lane: 'cd',
    areas: ['smoke', 'authnz'],
    request: {},
    tests: [smoke, a, b, c],
    excluded: [],
    quarantine: [],
  },
  pins: {
    suiteCommit: '83e2d5b',
    target: { name: 'embedded', url: null, version: '1.2.0', contractVersion: '1.2.0', contractHash: null },
  },
  ineligibility: () => undefined,
  after: { authnz: ['smoke'] },
  split: inTurn(2),
  ...change,
});

const states = (change: Partial<PlanInput>) =>
  planContent(input(change)).tests.map(({ title, state, shards }) => [title, state, shards]);

test('a test is in one shard, and a test of an area that others need in each', () => {
  expect(states({})).toEqual([
    ['up', 'assigned', [1, 2]],
    ['a', 'assigned', [2]],
    ['b', 'assigned', [1]],
    ['c', 'assigned', [2]],
  ]);
});

test('a test that is left out is in no shard, and says why', () => {
  const { tests } = planContent(input({ excluded: [{ id: b.id, by: 'budget', reason: 'no time' }] }));

  expect(tests.find(({ id }) => id === b.id)).toMatchObject({
    ...{ state: 'excluded', by: 'budget', reason: 'no time', shards: [] },
  });
});

test('a test in quarantine runs, and names its ticket', () => {
  const entry = {
    test: a.id,
    ticket: 'ENG-7',
    reason: 'slow disk',
    owner: 'kim',
    lane: 'cd',
    expires: '2026-12-24',
  } as const;

  expect(planContent(input({ quarantine: [entry] })).tests[1]).toMatchObject({
    ...{ state: 'quarantined', ticket: 'ENG-7', reason: 'slow disk', shards: [2] },
  });
  expect(states({ quarantine: [{ ...entry, lane: 'nightly' }] })[1]).toEqual(['a', 'assigned', [2]]);
});

test('a test that the target cannot prove is in a shard, which reports it', () => {
  const lack = { requires: 'grant:policy', reason: 'no grant' };
  const { tests } = planContent(input({ ineligibility: ({ id }) => (id === c.id ? lack : undefined) }));

  expect(tests[3]).toMatchObject({
    state: 'notEligible',
    missing: 'grant:policy',
    reason: 'no grant',
    shards: [2],
  });
});

test('a test says why it was chosen, or that chosen ones need its area', () => {
  const { tests } = planContent(
    input({
      chosen: new Map([[a.id, 'ENG-1 changed']]),
      excluded: [b, c].map(({ id }) => ({ id, by: 'selection', reason: 'unchanged' })),
    }),
  );

  expect(tests.map(({ reason }) => reason)).toEqual([
    'areas of chosen tests need it',
    'ENG-1 changed',
    'unchanged',
    'unchanged',
  ]);
});

test('an area is needed only by areas with tests that run', () => {
  const excluded = [a, b, c].map(({ id }) => ({ id, by: 'selection' as const, reason: 'unchanged' }));

  expect(states({ excluded })[0]).toEqual(['up', 'assigned', [1]]);
});

test('every test has exactly one state, and is in a shard unless it is left out', () => {
  const corpus = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1 });
  fc.assert(
    fc.property(corpus, fc.nat({ max: 40 }), fc.integer({ min: 1, max: 5 }), (numbers, from, of) => {
      const tests = numbers.map((number) => planned(`authnz/sign-in#${number}`));
      const excluded = numbers
        .filter((number) => number >= from)
        .map((number) => ({ id: `authnz/sign-in#${number}`, by: 'selection' as const, reason: 'unchanged' }));
      const plan = planContent(input({ tests, excluded, split: inTurn(of) }));

      expect(plan.tests.map(({ id }) => id)).toEqual(tests.map(({ id }) => id));
      expect(plan.shards.flatMap((shard) => shard.tests).toSorted()).toEqual(
        plan.tests.flatMap(({ id, shards }) => shards.map(() => id)).toSorted(),
      );
      expect(plan.tests.every(({ state, shards }) => (state === 'excluded') === (shards.length === 0))).toBe(
        true,
      );
    }),
  );
});
