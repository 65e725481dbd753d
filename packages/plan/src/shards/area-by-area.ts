import TinyQueue from 'tinyqueue';
import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';

export interface AreaByAreaOptions {
  shards: number;
  workers: number;
  setUpSeconds: number;
}

interface Bin {
  index: number;
  work: number;
  /** Time before its tests, and an even share of its work for each worker. */
  load: number;
  areas: ReadonlySet<string>;
  bundles: Bundle[];
}

/**
 * LPT area by area, the one that costs most before its tests first. An area gets the number of shards that keeps both
 * its own time and the average of all shards low, as each of its shards pays that cost again (the families of
 * flakiness/playwright, src/sharding.ts, do the same with the set-up of projects).
 * @param bundles By descending duration.
 */
export function areaByArea(
  bundles: readonly Bundle[],
  costs: AreaCosts,
  { shards, workers, setUpSeconds }: AreaByAreaOptions,
): Bundle[][] {
  const bins = Array.from({ length: shards }, (_, index): Bin => ({
    index,
    work: 0,
    load: 0,
    areas: new Set(),
    bundles: [],
  }));
  const byLoad = (a: Bin, b: Bin) => a.load - b.load || a.index - b.index;
  const costOf = (area: string) => costs.before([area]) - setUpSeconds;
  const costliest = ({ areas }: Bundle) =>
    areas.toSorted((a, b) => costOf(b) - costOf(a) || (a < b ? -1 : 1))[0];
  const groups = [...Map.groupBy(bundles, costliest)]
    .map(([area = '', members]) => ({ area, members, cost: costOf(area), work: workOf(members) / workers }))
    .toSorted((a, b) => b.cost - a.cost || (a.area < b.area ? -1 : 1));

  let ahead = groups.reduce((sum, { cost, work }) => sum + cost + work, 0);
  for (const { members, cost, work } of groups) {
    ahead -= cost + work;
    const placed = bins.reduce((sum, { load }) => sum + load, 0);
    const count = numberOfShards(Math.min(shards, members.length), (number) =>
      Math.max(cost + work / number, (placed + ahead + work + cost * number) / shards),
    );
    const queue = new TinyQueue(bins.toSorted(byLoad).slice(0, count), byLoad);
    for (const bundle of members) {
      const bin = queue.pop();
      if (bin === undefined) break;
      bin.work += bundle.seconds;
      bin.bundles.push(bundle);
      if (bundle.areas.some((area) => !bin.areas.has(area)))
        bin.areas = bin.areas.union(new Set(bundle.areas));
      bin.load = costs.before([...bin.areas]) + bin.work / workers;
      queue.push(bin);
    }
  }
  return bins.map((bin) => bin.bundles);
}

/** The number from 1 to `most` with the least time; of several, the largest. */
function numberOfShards(most: number, time: (number: number) => number): number {
  let best = 1;
  for (let number = 2; number <= most; number += 1) if (time(number) <= time(best)) best = number;
  return best;
}

const workOf = (bundles: readonly Bundle[]) => bundles.reduce((sum, { seconds }) => sum + seconds, 0);
