import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';
import { scheduleBound } from './list-schedule.ts';

export interface LowerBoundOptions {
  shards: number;
  workers: number;
}

/**
 * Time that no plan of these bundles can beat, each shard's own set-up included; the longer one of
 *
 * - the average: with u = min(shards, bundles) shards in use, `b + (Σ start + max(0, u − areas) · s + Σ seconds / workers) / u`,
 *   where b is the least time before the tests (set-up and the areas before), start the start of each area, which at
 *   least one shard pays, and s the lowest of these, which each further shard pays;
 * - the longest bundle, in a shard of its own: what runs before it, and the bound of its schedule.
 *
 * One worker, no set-up and no locks: max(total / shards, longest unit), the bounds of Graham 1969.
 */
export function lowerBoundOf(
  bundles: readonly Bundle[],
  costs: AreaCosts,
  { shards, workers }: LowerBoundOptions,
): number {
  if (bundles.length === 0) return 0;
  const used = Math.min(shards, bundles.length);
  const areas = [...new Set(bundles.flatMap((bundle) => bundle.areas))];
  const starts = areas.map((area) => costs.startSeconds(area));
  const before = Math.min(...areas.map((area) => costs.bound(area)));
  const allStarts =
    starts.reduce((sum, seconds) => sum + seconds, 0) +
    Math.max(0, used - areas.length) * Math.min(...starts);
  const work = bundles.reduce((sum, { seconds }) => sum + seconds, 0);

  let bound = before + (allStarts + work / workers) / used;
  const beforeArea = new Map(areas.map((area) => [area, costs.bound(area)]));
  for (const bundle of bundles) {
    const own = bundle.areas.reduce((sum, area) => sum + costs.startSeconds(area), 0);
    const earlier = Math.max(...bundle.areas.map((area) => beforeArea.get(area) ?? 0));
    bound = Math.max(bound, earlier + own + scheduleBound(bundle.jobs, workers));
  }
  return bound;
}
