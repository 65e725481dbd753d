import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';
import { listSchedule } from './list-schedule.ts';

/** A shard while it is planned. */
export interface Shard {
  /** By descending duration. */
  bundles: readonly Bundle[];
  /** Time from its start to the end of its last test; 0 when it is empty: no job is started for it. */
  seconds: number;
  /** Sum over its bundles. */
  work: number;
  /** Number of its bundles that hold tests of an area, by area. */
  areas: ReadonlyMap<string, number>;
}

/** Makes a shard of bundles that are sorted by descending duration, and simulates it. */
export function shardOf(bundles: readonly Bundle[], costs: AreaCosts, workers: number): Shard {
  const areas = new Map<string, number>();
  let work = 0;
  for (const bundle of bundles) {
    work += bundle.seconds;
    for (const area of bundle.areas) areas.set(area, (areas.get(area) ?? 0) + 1);
  }
  const before = costs.before([...areas.keys()]);
  return { bundles, work, areas, seconds: before + (workers === 1 ? work : simulated(bundles, workers)) };
}

function simulated(bundles: readonly Bundle[], workers: number): number {
  const queue = bundles.flatMap(({ jobs }) => jobs).toSorted((a, b) => a.position - b.position);
  return listSchedule(queue, workers);
}
