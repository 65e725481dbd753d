import TinyQueue from 'tinyqueue';
import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';

export interface LongestFirstOptions {
  shards: number;
  workers: number;
}

/**
 * Plain LPT: the longest bundle first, each to the shard with the least work so far. Without locks, areas and set-up no
 * shard takes more than 4/3 − 1/(3·shards) of the best possible (Graham 1969).
 * @param bundles By descending duration.
 */
export function longestFirst(bundles: readonly Bundle[], shards: number): Bundle[][] {
  const bins = Array.from({ length: shards }, (_, index) => ({ index, work: 0, bundles: [] as Bundle[] }));
  const lightest = new TinyQueue([...bins], (a, b) => a.work - b.work || a.index - b.index);
  for (const bundle of bundles) {
    const bin = lightest.pop();
    if (bin === undefined) break;
    bin.bundles.push(bundle);
    bin.work += bundle.seconds;
    lightest.push(bin);
  }
  return bins.map((bin) => bin.bundles);
}

interface Bin {
  index: number;
  work: number;
  /** Time before its tests and an even share of its work. */
  load: number;
  areas: ReadonlySet<string>;
  bundles: Bundle[];
}

/**
 * LPT that counts what an area costs: each bundle goes to the shard that it leaves with the lower load, of the least
 * loaded one of all and the least loaded one that has started its area already.
 * @param bundles By descending duration.
 */
export function longestFirstByArea(
  bundles: readonly Bundle[],
  costs: AreaCosts,
  { shards, workers }: LongestFirstOptions,
): Bundle[][] {
  const bins = Array.from({ length: shards }, (_, index): Bin => ({
    index,
    work: 0,
    load: 0,
    areas: new Set(),
    bundles: [],
  }));
  const all = leastLoaded(bins);
  const started = new Map<string, LeastLoaded>();
  for (const bundle of bundles) {
    let best: { bin: Bin; areas: ReadonlySet<string>; load: number } | undefined;
    for (const bin of [started.get(bundle.areas[0] ?? '')?.peek(), all.peek()]) {
      if (bin === undefined) continue;
      const areas = bundle.areas.every((area) => bin.areas.has(area))
        ? bin.areas
        : bin.areas.union(new Set(bundle.areas));
      const load = costs.before([...areas]) + (bin.work + bundle.seconds) / workers;
      if (best === undefined || load < best.load) best = { bin, areas, load };
    }
    if (best === undefined) break;
    const { bin, areas, load } = best;
    for (const area of bundle.areas) {
      if (bin.areas.has(area)) continue;
      const queue = started.get(area) ?? leastLoaded([]);
      queue.push(bin);
      started.set(area, queue);
    }
    Object.assign(bin, { areas, load, work: bin.work + bundle.seconds });
    bin.bundles.push(bundle);
  }
  return bins.map((bin) => bin.bundles);
}

interface LeastLoaded {
  push: (bin: Bin) => void;
  peek: () => Bin | undefined;
}

/** A priority queue of bins. Their loads only grow, so that an outdated entry is found, and renewed, at the top. */
function leastLoaded(bins: readonly Bin[]): LeastLoaded {
  const queue = new TinyQueue(
    bins.map((bin) => ({ bin, load: bin.load })),
    (a, b) => a.load - b.load || a.bin.index - b.bin.index,
  );
  return {
    push: (bin) => queue.push({ bin, load: bin.load }),
    peek() {
      for (let top = queue.peek(); top !== undefined; top = queue.peek()) {
        if (top.load === top.bin.load) return top.bin;
        queue.pop();
        queue.push({ bin: top.bin, load: top.bin.load });
      }
      return undefined;
    },
  };
}
