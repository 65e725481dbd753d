import { configurationError } from '@uat/core';
import { areaByArea } from './area-by-area.ts';
import { areaCosts } from './area-costs.ts';
import { type Bundle, singleBundles, bundlesOf } from './bundle.ts';
import { improved } from './improved.ts';
import { jobsOf } from './job.ts';
import { longestFirst } from './longest-first.ts';
import { lowerBoundOf } from './lower-bound.ts';
import { type Shard, simulatedShards } from './shard.ts';
import type { ShardModel } from './shard-model.ts';
import type { Unit } from './unit.ts';

/** A shard as planned. */
export interface PlannedShard {
  /** Names of the tests that it accounts for, by name but for serial groups. Each test is in exactly one shard. */
  tests: string[];
  /** Names of the tests that run before them, because their areas come after: in each shard that needs them. */
  prerequisites: string[];
  /** Predicted time from the start of the shard to the end of its last test; 0 for a shard without tests. */
  seconds: number;
}

/** Tests in shards, with the predicted times of these. */
export interface ShardPlan {
  /** As many as asked for; those without tests are the last ones. */
  shards: PlannedShard[];
  /** Time of the longest shard. */
  makespan: number;
  /** Time that no plan can beat, each shard's own set-up included. */
  lowerBound: number;
  /** Mean of the shards' times over the longest one: 1 when all take equally long, and when there is nothing to run. */
  balance: number;
  /** Locks with holders in more than one shard, which no run can keep by itself. None unless the model allows it. */
  splitLocks: string[];
}

/**
 * Distributes tests over shards so that the longest shard ends early. Candidates by LPT are simulated by list
 * scheduling, the shortest is improved by moves and swaps. It is never longer than plain LPT, and the same units give
 * the same plan in any order. Tests of an area that others come after are prerequisites when such another has tests.
 *
 * A shard takes: set-up, start of its areas, the areas before them, then its own tests on all workers.
 * @throws UatError (configuration) for names that occur twice, and numbers or areas that cannot be.
 */
export function shardPlan(units: readonly Unit[], model: ShardModel): ShardPlan {
  const sorted = units.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  assertPossible(sorted, model);
  const { workers = 1, setUpSeconds = 0 } = model;
  const present = new Set(units.map(({ area }) => area));
  const earlier = areasBefore(present, model);
  const costs = areaCosts(
    model,
    sorted.filter(({ area }) => earlier.has(area)),
  );
  const jobs = jobsOf(sorted.filter(({ area }) => !earlier.has(area)));

  const limits = { shards: model.shards, workers, setUpSeconds };
  let bundles = bundlesOf(jobs, { workers }).toSorted(longerFirst);
  let lowerBound = lowerBoundOf(bundles, costs, limits);
  if (model.locksHoldAcrossShards === true) {
    const even = lowerBoundOf(singleBundles(jobs), costs, limits);
    bundles = bundlesOf(jobs, { workers, splitAbove: even }).toSorted(longerFirst);
    lowerBound = lowerBoundOf(bundles, costs, limits);
  }

  // Where no area costs anything of its own, it does not matter which shard runs it.
  const cheap = [...present].every((area) => costs.before([area]) === setUpSeconds);
  const simulated = simulatedShards(costs, workers);
  const candidates = [
    longestFirst(bundles, model.shards),
    ...(cheap ? [] : [areaByArea(bundles, costs, limits)]),
  ].map((parts) => parts.map((part) => simulated.of(part)));
  const [first = []] = candidates.toSorted((a, b) => longestOf(a) - longestOf(b));
  const shards = improved(first, costs, { workers, lowerBound });
  return plan(shards, { model, lowerBound, prerequisites: costs.prerequisites });
}

const longerFirst = (a: Bundle, b: Bundle) =>
  b.seconds - a.seconds || (a.jobs[0]?.position ?? 0) - (b.jobs[0]?.position ?? 0);

const longestOf = (shards: readonly { seconds: number }[]) =>
  shards.reduce((longest, { seconds }) => Math.max(longest, seconds), 0);

function plan(
  found: readonly Shard[],
  context: { model: ShardModel; lowerBound: number; prerequisites: (areas: readonly string[]) => string[] },
): ShardPlan {
  const { model, lowerBound, prerequisites } = context;
  const used = found.filter(({ bundles }) => bundles.length > 0);
  const shards = Array.from({ length: model.shards }, (_, index): PlannedShard => {
    const shard = used[index];
    if (shard === undefined) return { tests: [], prerequisites: [], seconds: 0 };
    const tests: string[] = [];
    for (const job of shard.queue) for (const test of job.tests) tests.push(test);
    return { tests, prerequisites: prerequisites([...shard.areas.keys()]), seconds: shard.seconds };
  });
  const makespan = longestOf(shards);
  const mean = shards.reduce((sum, { seconds }) => sum + seconds, 0) / model.shards;
  return {
    shards,
    makespan,
    // Both are sums of the same numbers in another order, which may differ in the last digit.
    lowerBound: Math.min(lowerBound, makespan),
    balance: makespan === 0 ? 1 : Math.min(1, mean / makespan),
    splitLocks: splitLocks(used),
  };
}

function splitLocks(shards: readonly Shard[]): string[] {
  const holders = new Map<string, number>();
  for (const { queue } of shards) {
    const held = new Set<string>();
    for (const { locks } of queue) for (const lock of locks) held.add(lock);
    for (const lock of held) holders.set(lock, (holders.get(lock) ?? 0) + 1);
  }
  return [...holders].flatMap(([lock, count]) => (count > 1 ? [lock] : [])).toSorted();
}

/** All areas that these come after, directly or through others. */
function areasBefore(areas: ReadonlySet<string>, model: ShardModel): Set<string> {
  const before = new Set<string>();
  const visit = (area: string) => {
    if (model.areas === undefined || !Object.hasOwn(model.areas, area)) return;
    for (const earlier of model.areas[area]?.after ?? []) {
      if (before.has(earlier)) continue;
      before.add(earlier);
      visit(earlier);
    }
  };
  for (const area of areas) visit(area);
  return before;
}

/** @param units Sorted by name. */
function assertPossible(units: readonly Unit[], model: ShardModel): void {
  const { shards, workers = 1, setUpSeconds = 0, areas = {} } = model;
  for (const [what, number] of Object.entries({ shards, workers })) {
    if (!Number.isSafeInteger(number) || number < 1)
      throw configurationError(`The number of ${what} must be a whole number from 1 up, not ${number}.`);
  }
  const assertTime = (of: string, seconds: number) => {
    if (!Number.isFinite(seconds) || seconds < 0)
      throw configurationError(`The seconds of ${of} must be a number from 0 up, not ${seconds}.`);
  };
  assertTime('the set-up', setUpSeconds);
  for (const [area, { startSeconds = 0 }] of Object.entries(areas))
    assertTime(`the start of area ${area}`, startSeconds);
  for (const [index, { name, seconds }] of units.entries()) {
    assertTime(name, seconds);
    if (units[index + 1]?.name === name)
      throw configurationError(`There are two tests named '${name}'; names must be unique.`);
  }
}
