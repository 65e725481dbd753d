import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';
import { scheduleBound } from './list-schedule.ts';

export interface LowerBoundOptions {
  shards: number;
  workers: number;
  setUpSeconds: number;
}

/**
 * Time that no plan of these bundles can beat, each shard's own set-up included. With u = min(shards, bundles) shards in
 * use, m the least time before the tests of a shard, and w = Σ seconds / workers, it is the longest of
 *
 * - `m + w / u`: each shard pays m, and the work is spread evenly;
 * - `setUp + (once + max(0, u − areas) · (m − setUp) + w) / u`: each area is run by one shard at least, which covers all
 *   areas before it (`once` counts each of these once), and any further shard pays m;
 * - for each bundle, what its shard runs before it, and the bound of its own schedule.
 *
 * One worker, no set-up and no locks: max(total / shards, longest unit), the bounds of Graham 1969.
 */
export function lowerBoundOf(
  bundles: readonly Bundle[],
  costs: AreaCosts,
  limits: LowerBoundOptions,
): number {
  if (bundles.length === 0) return 0;
  const { shards, workers, setUpSeconds } = limits;
  const present = new Set<string>();
  let work = 0;
  for (const bundle of bundles) {
    work += bundle.seconds;
    for (const area of bundle.areas) present.add(area);
  }
  const areas = [...present];
  const before = new Map(areas.map((area) => [area, costs.bound(area)]));

  const used = Math.min(shards, bundles.length);
  const least = Math.min(...before.values());
  const everywhere = costs.once(areas) + Math.max(0, used - areas.length) * (least - setUpSeconds);
  let bound = Math.max(least + work / workers / used, setUpSeconds + (everywhere + work / workers) / used);
  for (const bundle of bundles) {
    let earlier = 0;
    for (const area of bundle.areas) earlier = Math.max(earlier, before.get(area) ?? 0);
    bound = Math.max(bound, earlier + scheduleBound(bundle.jobs, workers));
  }
  return bound;
}
