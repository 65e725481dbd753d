/** One of several parts of a list: the first, second, … of `of`. */
export interface Part {
  /** From 1. */
  index: number;
  of: number;
}

/**
 * Every n-th of these, so that each part has of each kind: neighbours in the list are of one kind. The parts are a
 * partition of the list, and their sizes differ by one at most.
 */
export function partOf<Item>(items: readonly Item[], { index, of }: Part): Item[] {
  return items.filter((_, position) => position % of === index - 1);
}
