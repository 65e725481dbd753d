/** One of several parts of a list: the first, second, … of `of`. */
export interface Part {
  /** From 1. */
  index: number;
  of: number;
}

/**
 * Every n-th item, so that each part has items of each kind: neighbours in the list are alike. The parts are a
 * partition of the list, and their sizes differ by at most one.
 */
export function partOf<Item>(items: readonly Item[], { index, of }: Part): Item[] {
  return items.filter((_, position) => position % of === index - 1);
}
