import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * As many of these as asked for, drawn at random without putting back, in the order that they had: the first steps of a
 * Fisher-Yates shuffle. The same seed draws the same ones. All of them when there are no more.
 */
export function sampleOf<Item>(
  items: readonly Item[],
  { size, seed }: { size: number; seed: number },
): Item[] {
  const random = xoroshiro128plus(seed);
  const left = [...items.keys()];
  const drawn = new Set<number>();
  while (drawn.size < size && left.length > 0) {
    const [index] = left.splice(uniformInt(random, 0, left.length - 1), 1);
    if (index !== undefined) drawn.add(index);
  }
  return items.filter((_, index) => drawn.has(index));
}
