import type { AreaCosts } from './area-costs.ts';
import type { Bundle } from './bundle.ts';
import { insertionIndex, type Shard, simulatedShards } from './shard.ts';

export interface ImproveOptions {
  workers: number;
  /** Time that no plan can beat: the search ends within a thousandth of it. */
  lowerBound: number;
}

/** Bundles that leave the longest shard for another one, and those that come back. */
interface Exchange {
  out: readonly Bundle[];
  back: readonly Bundle[];
}

/** Bundles that the search may simulate: about half a second. A count, not a time, so that the plan is the same everywhere. */
const budget = 300_000;

/** Exchanges with one other shard that are simulated, the most promising first: more of them where that is cheap. */
const simulatedExchanges = (bundles: number) => Math.max(6, Math.floor(2_000 / bundles));

/** Largest number of bundles in two shards for which exchanges of two against one are tried. */
const fewBundles = 64;

/**
 * A plan that is at most as long: as long as it helps, bundles of the longest shard are moved to another one, or swapped
 * with bundles of it, and both are simulated (local search in the move and swap neighbourhoods; Schuurman & Vredeveld,
 * "Performance guarantees of local search for multiprocessor scheduling", 2007).
 */
export function improved(start: readonly Shard[], costs: AreaCosts, options: ImproveOptions): Shard[] {
  const { workers, lowerBound } = options;
  const shards = [...start];
  const simulated = simulatedShards(costs, workers);
  let left = budget;

  /** The two shards after the exchange that leaves the longer one shortest, if any makes it shorter. */
  const exchanged = (long: Shard, other: Shard): [Shard, Shard] | undefined => {
    let best: [Shard, Shard] | undefined;
    let shortest = long.seconds;
    for (const { out, back } of exchanges(long, other, costs, workers)) {
      if (left <= 0) break;
      left -= long.bundles.length + other.bundles.length;
      const pair: [Shard, Shard] = [
        simulated.with(long, { gone: out, added: back }),
        simulated.with(other, { gone: back, added: out }),
      ];
      const seconds = Math.max(pair[0].seconds, pair[1].seconds);
      // A difference that only rounding makes would go on for ever.
      if (seconds > shortest - long.seconds * 1e-9) continue;
      best = pair;
      shortest = seconds;
    }
    return best;
  };

  for (;;) {
    const [longest, ...others] = shards
      .map((shard, index) => ({ shard, index }))
      .toSorted((a, b) => b.shard.seconds - a.shard.seconds || a.index - b.index);
    if (longest === undefined || longest.shard.seconds <= lowerBound * 1.001) return shards;
    let found = false;
    for (const other of others.toReversed()) {
      const pair = exchanged(longest.shard, other.shard);
      if (pair === undefined) continue;
      [shards[longest.index], shards[other.index]] = pair;
      found = true;
      break;
    }
    if (!found || left <= 0) return shards;
  }
}

/**
 * The most promising exchanges. Half of the difference of two shards should change sides: for each bundle of the longer
 * one, the bundle of the other shard that comes closest to that is looked up. A whole area may move, and save its start.
 */
function exchanges(long: Shard, other: Shard, costs: AreaCosts, workers: number): Exchange[] {
  const ideal = ((long.seconds - other.seconds) * workers) / 2;
  const found: { exchange: Exchange; distance: number }[] = [];
  const propose = (out: readonly Bundle[], back: readonly Bundle[]) => {
    const moved = sum(out) - sum(back);
    const distance = Math.abs(moved + startsIn(other, out, costs) * workers - ideal);
    found.push({ exchange: { out, back }, distance });
  };

  const few = long.bundles.length + other.bundles.length <= fewBundles;
  for (const [index, bundle] of long.bundles.entries()) {
    propose([bundle], []);
    for (const back of nearest(other.bundles, bundle.seconds - ideal)) propose([bundle], [back]);
    if (!few) continue;
    for (const second of long.bundles.slice(index + 1)) {
      propose([bundle, second], []);
      for (const back of nearest(other.bundles, bundle.seconds + second.seconds - ideal))
        propose([bundle, second], [back]);
    }
    for (const [first, back] of other.bundles.entries()) {
      for (const second of nearest(other.bundles.slice(first + 1), bundle.seconds - back.seconds - ideal))
        propose([bundle], [back, second]);
    }
  }
  const promising = found
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, simulatedExchanges(long.bundles.length + other.bundles.length))
    .map(({ exchange }) => exchange);
  const wholeAreas = [...long.areas.keys()]
    .filter((area) => long.areas.size > 1 && costs.startSeconds(area) > 0)
    .map((area) => ({ out: long.bundles.filter(({ areas }) => areas.includes(area)), back: [] }));
  return [...promising, ...wholeAreas];
}

const sum = (bundles: readonly Bundle[]) => bundles.reduce((total, { seconds }) => total + seconds, 0);

/** Time that a shard would spend to start the areas of bundles that it does not run yet. */
function startsIn(shard: Shard, bundles: readonly Bundle[], costs: AreaCosts): number {
  const started = new Set<string>();
  let seconds = 0;
  for (const { areas } of bundles) {
    for (const area of areas) {
      if (shard.areas.has(area) || started.has(area)) continue;
      started.add(area);
      seconds += costs.startSeconds(area);
    }
  }
  return seconds;
}

/** The bundles just above and just below a duration, of bundles by descending duration. */
function nearest(bundles: readonly Bundle[], seconds: number): Bundle[] {
  const place = insertionIndex(bundles, seconds);
  return bundles.slice(Math.max(0, place - 1), place + 1);
}
