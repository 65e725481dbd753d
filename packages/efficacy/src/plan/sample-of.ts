import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A random sample without replacement, in the order of the list: the first steps of a Fisher-Yates shuffle. The same
 * seed draws the same sample; the whole list when `size` is larger.
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
