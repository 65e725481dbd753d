import TinyQueue from 'tinyqueue';
import type { Bundle } from './bundle.ts';

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
