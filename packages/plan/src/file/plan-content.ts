import type { QuarantineEntry } from '@uat/config';
import { type ExcludedTest, namesOf, type PlannedTest } from '@uat/record';
import { areasNeeded } from './areas-needed.ts';
import { type PlanContent, planVersion, type TestPlan } from './pinned-plan.ts';

const needed = 'areas of chosen tests need it';

/** A split of tests into shards, as the planner makes it. */
export interface Split extends Pick<PlanContent, 'makespan' | 'lowerBound' | 'balance'> {
  shards: readonly { tests: readonly string[]; seconds: number }[];
}

export interface PlanInput extends Pick<PlanContent, 'lane' | 'areas' | 'request' | 'pins'> {
  /** Every test of the areas, and of those that they depend on. */
  tests: readonly PlannedTest[];
  excluded: readonly ExcludedTest[];
  /** Where not all tests were wanted: why each of these was chosen, by id. */
  chosen?: ReadonlyMap<string, string> | undefined;
  /** Entries in force. */
  quarantine: readonly QuarantineEntry[];
  /** The requirement that the target does not meet. */
  ineligibility: (test: PlannedTest) => { requires: string; reason: string } | undefined;
  /** By area: the areas that have to be green before it starts. */
  after: Readonly<Record<string, readonly string[]>>;
  /** Splits the tests that are not excluded; tests of areas that others need may be in several shards. */
  split: (tests: readonly PlannedTest[]) => Split;
}

/**
 * The plan of a run: each discovered test is assigned to a shard, or excluded with a reason. Tests that are not
 * eligible are assigned too, so that a shard reports what the target lacks.
 */
export function planContent(input: PlanInput): PlanContent {
  const { lane, areas, request, pins, quarantine, ineligibility, split } = input;
  const excluded = new Map(input.excluded.map((one) => [one.id, one]));
  const kept = input.tests.filter(({ id }) => !excluded.has(id));
  const neededAreas = areasNeeded(kept, input.after);
  const tests = input.tests.map((test): PlannedTest =>
    neededAreas.has(test.area) ? { ...test, shared: true } : test,
  );
  const { shards, makespan, lowerBound, balance } = split(tests.filter(({ id }) => !excluded.has(id)));
  const places = new Map<string, number[]>();
  for (const [at, shard] of shards.entries()) {
    for (const id of shard.tests) places.set(id, [...(places.get(id) ?? []), at + 1]);
  }
  const planned = tests.map((test): TestPlan => {
    const exclusion = excluded.get(test.id);
    if (exclusion !== undefined)
      return { ...test, state: 'excluded', by: exclusion.by, reason: exclusion.reason, shards: [] };
    const inShards = places.get(test.id) ?? [];
    const lack = ineligibility(test);
    if (lack !== undefined)
      return { ...test, state: 'notEligible', missing: lack.requires, reason: lack.reason, shards: inShards };
    const entry = quarantine.find((one) => one.lane === lane && namesOf(test).includes(one.test));
    if (entry === undefined) {
      const reason = input.chosen === undefined ? undefined : (input.chosen.get(test.id) ?? needed);
      return { ...test, state: 'assigned', ...(reason === undefined ? {} : { reason }), shards: inShards };
    }
    return { ...test, state: 'quarantined', ticket: entry.ticket, reason: entry.reason, shards: inShards };
  });
  return {
    ...{ schemaVersion: planVersion, lane, areas, request, pins, tests: planned },
    shards: shards.map((one) => ({ tests: [...one.tests], seconds: one.seconds })),
    ...{ makespan, lowerBound, balance },
  };
}
