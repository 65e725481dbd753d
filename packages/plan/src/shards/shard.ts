import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';
import { inOrder, type Job } from './job.ts';
import { listSchedule } from './list-schedule.ts';

/** A shard while it is planned. */
export interface Shard {
  /** By descending duration. */
  bundles: readonly Bundle[];
  /** Its jobs, in the order in which workers take them. */
  queue: readonly Job[];
  /** Time from its start to the end of its last test; 0 when it is empty: nothing is started for it. */
  seconds: number;
  /** Number of its bundles that hold tests of an area, by area. */
  areas: ReadonlyMap<string, number>;
}

/** Bundles that leave a shard, and those that come in their place. */
export interface Replacement {
  gone: readonly Bundle[];
  added: readonly Bundle[];
}

export interface Shards {
  /** A shard of bundles that are sorted by descending duration. */
  of: (bundles: readonly Bundle[]) => Shard;
  /** The shard with some bundles replaced. */
  with: (shard: Shard, replacement: Replacement) => Shard;
}

/** Makes shards, and simulates each. */
export function simulatedShards(costs: AreaCosts, workers: number): Shards {
  const simulated = (
    bundles: readonly Bundle[],
    queue: readonly Job[],
    areas: ReadonlyMap<string, number>,
  ): Shard => ({
    ...{ bundles, queue, areas },
    seconds: costs.before([...areas.keys()]) + listSchedule(queue, workers),
  });
  return {
    of(bundles) {
      const areas = new Map<string, number>();
      for (const bundle of bundles) count(areas, bundle, 1);
      return simulated(bundles, queueOf(bundles), areas);
    },
    with(shard, { gone, added }) {
      const bundles = shard.bundles.filter((bundle) => !gone.includes(bundle));
      const areas = new Map(shard.areas);
      for (const bundle of gone) count(areas, bundle, -1);
      for (const bundle of added) {
        bundles.splice(insertionIndex(bundles, bundle.seconds), 0, bundle);
        count(areas, bundle, 1);
      }
      return simulated(bundles, replaced(shard.queue, { gone, added }), areas);
    },
  };
}

function count(areas: Map<string, number>, bundle: Bundle, difference: 1 | -1): void {
  for (const area of bundle.areas) {
    const number = (areas.get(area) ?? 0) + difference;
    if (number === 0) areas.delete(area);
    else areas.set(area, number);
  }
}

function queueOf(bundles: readonly Bundle[]): Job[] {
  const queue: Job[] = [];
  for (const { jobs } of bundles) for (const job of jobs) queue.push(job);
  return queue.toSorted(inOrder);
}

/** The queue with the jobs of some bundles replaced, still in order. */
function replaced(queue: readonly Job[], { gone, added }: Replacement): Job[] {
  const goneJobs = new Set(gone.flatMap(({ jobs }) => jobs));
  const coming = queueOf(added);
  const result: Job[] = [];
  let next = 0;
  for (const job of queue) {
    for (let first = coming[next]; first !== undefined && inOrder(first, job) < 0; first = coming[next]) {
      result.push(first);
      next += 1;
    }
    if (!goneJobs.has(job)) result.push(job);
  }
  return [...result, ...coming.slice(next)];
}

/** Index of the first bundle that is not longer than this, of bundles by descending duration; by binary search. */
export function insertionIndex(bundles: readonly Bundle[], seconds: number): number {
  let low = 0;
  let high = bundles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bundles[middle]?.seconds ?? 0) > seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
