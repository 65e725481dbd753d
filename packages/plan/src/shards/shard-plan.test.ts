import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardPlan } from './shard-plan.ts';
import type { ShardModel } from './shard-model.ts';
import type { Unit } from './unit.ts';

const areas = ['smoke', 'authnz', 'model-engine', 'installers'];
const anyUnits: fc.Arbitrary<Unit[]> = fc
  .array(
    fc.record(
      {
        seconds: fc.oneof(fc.nat({ max: 30 }), fc.double({ min: 0, max: 300, noNaN: true })),
        area: fc.constantFrom(...areas),
        locks: fc.array(fc.constantFrom('a', 'b', 'c', 'd', '-exclusive-'), { maxLength: 2 }),
        group: fc.constantFrom('first', 'second'),
      },
      { requiredKeys: ['seconds', 'area'] },
    ),
    { maxLength: 40 },
  )
  .map((units) => units.map((unit, index) => ({ ...unit, name: `${unit.area}/${index}` })));
const anyModel: fc.Arbitrary<ShardModel> = fc.record(
  {
    shards: fc.integer({ min: 1, max: 8 }),
    workers: fc.integer({ min: 1, max: 4 }),
    setUpSeconds: fc.nat({ max: 60 }),
    areas: fc.record(
      {
        authnz: fc.record({ startSeconds: fc.nat({ max: 20 }), after: fc.constant(['smoke']) }),
        'model-engine': fc.record({ startSeconds: fc.nat({ max: 90 }), after: fc.constant(['smoke']) }),
        installers: fc.record({ startSeconds: fc.nat({ max: 20 }) }),
      },
      { requiredKeys: [] },
    ),
    locksHoldAcrossShards: fc.boolean(),
  },
  { requiredKeys: ['shards'] },
);

/** Units without locks or groups in areas without costs, and a model without set-up. */
const plainUnits = fc
  .array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 60 })
  .map((times) => times.map((seconds, index): Unit => ({ name: `u${index}`, seconds, area: 'all' })));

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const shardOf = (plan: { shards: { tests: string[] }[] }, name: string) =>
  plan.shards.findIndex(({ tests }) => tests.includes(name));

describe('a plan', () => {
  test('has each test once, in a shard or as a prerequisite of every shard that needs it', () => {
    fc.assert(
      fc.property(anyUnits, anyModel, (units, model) => {
        const { shards } = shardPlan(units, model);

        const after = new Set(
          Object.entries(model.areas ?? {}).flatMap(([area, one]) => (one.after ? [area] : [])),
        );
        const needsSmoke = (names: string[]) =>
          units.some(({ name, area }) => names.includes(name) && after.has(area));
        const smoke = units.flatMap(({ name, area }) => (area === 'smoke' ? [name] : []));
        const isPrerequisite = units.some(({ area }) => after.has(area));
        const expected = units.flatMap(({ name }) => (isPrerequisite && smoke.includes(name) ? [] : [name]));
        expect(shards).toHaveLength(model.shards);
        expect(shards.flatMap(({ tests }) => tests).toSorted()).toEqual(expected.toSorted());
        for (const { tests, prerequisites } of shards)
          expect(prerequisites.toSorted()).toEqual(needsSmoke(tests) ? smoke.toSorted() : []);
      }),
    );
  });

  test('keeps all holders of a lock, and a serial group, in one shard', () => {
    fc.assert(
      fc.property(anyUnits, anyModel, (units, model) => {
        const plan = shardPlan(units, model);

        const placed = units.filter(({ name }) => shardOf(plan, name) >= 0);
        const together = (key: (unit: Unit) => readonly string[]) =>
          [
            ...Map.groupBy(
              placed.flatMap((unit) => key(unit).map((of) => ({ of, unit }))),
              ({ of }) => of,
            ),
          ].flatMap(([of, holders]) =>
            new Set(holders.map(({ unit }) => shardOf(plan, unit.name))).size > 1 ? [of] : [],
          );
        expect(together(({ locks = [] }) => locks).toSorted()).toEqual(plan.splitLocks);
        if (model.locksHoldAcrossShards !== true) expect(plan.splitLocks).toEqual([]);
        expect(together(({ area, group }) => (group === undefined ? [] : [`${area} ${group}`]))).toEqual([]);
      }),
    );
  });

  test('is bounded from below, and says how long its shards take', () => {
    fc.assert(
      fc.property(anyUnits, anyModel, (units, model) => {
        const { shards, makespan, lowerBound, balance } = shardPlan(units, model);

        expect(makespan).toBe(Math.max(...shards.map(({ seconds }) => seconds)));
        expect(lowerBound).toBeLessThanOrEqual(makespan);
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(balance).toBeLessThanOrEqual(1);
        for (const { tests, seconds } of shards)
          expect(seconds).toBeGreaterThanOrEqual(tests.length === 0 ? 0 : (model.setUpSeconds ?? 0));
      }),
    );
  });

  test('is the same for the same units in any order', () => {
    fc.assert(
      fc.property(
        anyUnits.chain((units) =>
          fc.tuple(
            fc.constant(units),
            fc.shuffledSubarray(units, { minLength: units.length, maxLength: units.length }),
          ),
        ),
        anyModel,
        ([units, shuffled], model) => {
          expect(shardPlan(shuffled, model)).toEqual(shardPlan(units, model));
        },
      ),
    );
  });

  test('of units alone is never longer than plain LPT, and keeps its bound', () => {
    fc.assert(
      fc.property(plainUnits, fc.integer({ min: 1, max: 8 }), (units, shards) => {
        const loads = Array.from({ length: shards }, () => 0);
        for (const { seconds } of units.toSorted((a, b) => b.seconds - a.seconds)) {
          const lightest = loads.indexOf(Math.min(...loads));
          loads[lightest]! += seconds;
        }
        const total = sum(units.map(({ seconds }) => seconds));
        const longest = Math.max(0, ...units.map(({ seconds }) => seconds));

        const plan = shardPlan(units, { shards });

        expect(plan.makespan).toBeLessThanOrEqual(Math.max(...loads) * (1 + 1e-9));
        expect(plan.lowerBound).toBeCloseTo(Math.max(total / shards, longest), 6);
        expect(sum(plan.shards.map(({ seconds }) => seconds))).toBeCloseTo(total, 6);
      }),
    );
  });
});

test('moves and swaps find what LPT misses', () => {
  const units = [5, 5, 4, 4, 3, 3, 3].map((seconds, index) => ({ name: `u${index}`, seconds, area: 'all' }));

  // LPT: 11, 8, 8.
  expect(shardPlan(units, { shards: 3 })).toMatchObject({ makespan: 9, lowerBound: 9, balance: 1 });
});

test('an area with a long start stays in few shards', () => {
  const units = Array.from({ length: 80 }, (_, index) => ({
    name: `u${index}`,
    seconds: index < 60 ? 1 + (index % 9) : 1,
    area: index < 60 ? 'light' : 'heavy',
  }));

  const { shards, makespan, lowerBound } = shardPlan(units, {
    shards: 4,
    areas: { heavy: { startSeconds: 60 } },
  });

  const heavy = shards.filter(({ tests }) => tests.some((name) => Number(name.slice(1)) >= 60));
  expect(heavy).toHaveLength(1);
  expect(makespan / lowerBound).toBeLessThan(1.01);
});

test('a shard waits for its set-up, its areas and the areas before them', () => {
  const units = [
    { name: 'a', seconds: 7, area: 'authnz' },
    { name: 's1', seconds: 2, area: 'smoke' },
    { name: 's2', seconds: 3, area: 'smoke' },
  ];

  expect(
    shardPlan(units, {
      shards: 2,
      workers: 2,
      setUpSeconds: 30,
      areas: { smoke: { startSeconds: 1 }, authnz: { startSeconds: 10, after: ['smoke'] } },
    }),
  ).toEqual({
    shards: [
      { tests: ['a'], prerequisites: ['s1', 's2'], seconds: 30 + 1 + 3 + 10 + 7 },
      { tests: [], prerequisites: [], seconds: 0 },
    ],
    makespan: 51,
    lowerBound: 51,
    balance: 0.5,
    splitLocks: [],
  });
});

test('a chain of locks that would outlast everything else is split only where locks hold between shards', () => {
  const units = [
    ...Array.from({ length: 4 }, (_, index) => ({
      name: `x${index}`,
      seconds: 10,
      area: 'all',
      locks: ['x'],
    })),
    ...Array.from({ length: 4 }, (_, index) => ({
      name: `y${index}`,
      seconds: 10,
      area: 'all',
      locks: ['y'],
    })),
    { name: 'xy', seconds: 1, area: 'all', locks: ['x', 'y'] },
  ];

  const together = shardPlan(units, { shards: 2 });
  const split = shardPlan(units, { shards: 2, locksHoldAcrossShards: true });

  expect(together).toMatchObject({ makespan: 81, splitLocks: [] });
  expect(split).toMatchObject({ makespan: 41, splitLocks: ['y'] });
});

test.each([
  { what: 'no shard', units: [], model: { shards: 0 }, says: 'The number of shards must be a whole number' },
  { what: 'half a worker', units: [], model: { shards: 1, workers: 0.5 }, says: 'The number of workers' },
  {
    what: 'a negative time',
    units: [{ name: 'a', seconds: -1, area: 'all' }],
    model: { shards: 1 },
    says: 'The seconds of a must be a number from 0 up, not -1.',
  },
  {
    what: 'a name twice',
    units: [
      { name: 'a', seconds: 1, area: 'all' },
      { name: 'a', seconds: 2, area: 'all' },
    ],
    model: { shards: 1 },
    says: "There are two tests named 'a'",
  },
  {
    what: 'areas in a circle',
    units: [{ name: 'a', seconds: 1, area: 'one' }],
    model: { shards: 1, areas: { one: { after: ['two'] }, two: { after: ['one'] } } },
    says: "come after each other in a circle; remove one 'after'",
  },
])('$what is refused with a sentence', ({ units, model, says }) => {
  expect(() => shardPlan(units, model)).toThrow(says);
});

test('tests of a project with one worker run one at a time in a shard, and at the same time in two', () => {
  const units = Array.from({ length: 8 }, (_, index) => ({
    ...{ name: `test ${index}`, seconds: 10, area: 'installers', singleWorker: 'deb' },
  }));
  const seconds = (shards: number) => shardPlan(units, { shards, workers: 4 }).makespan;

  expect([1, 2, 4].map(seconds)).toEqual([80, 40, 20]);
});

test('5,000 tests on 20 shards end within two percent of the bound', () => {
  const units = Array.from({ length: 5_000 }, (_, index) => ({
    name: `authnz/file-${index % 997}#test-${index}`,
    // A few long tests, many short ones.
    seconds: 1 / (0.01 + ((index * 7_919) % 5_000) / 5_000),
    area: 'authnz',
  }));

  const { makespan, lowerBound } = shardPlan(units, { shards: 20, workers: 2, setUpSeconds: 30 });

  expect(makespan / lowerBound).toBeLessThan(1.02);
});
