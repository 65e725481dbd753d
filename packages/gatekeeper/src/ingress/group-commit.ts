/** Collects items and commits them in groups. */
export interface GroupCommit<T> {
  /** Resolves when the item is committed; rejects when its group failed. */
  add(item: T): Promise<void>;
  /** Resolves when no commit is in progress. */
  settled(): Promise<void>;
}

/** Thrown when more than `mostWaiting` items are waiting to be committed. */
export class QueueFull extends Error {}

/**
 * Commits the items that arrive during a commit together in the next one. A disk manages a few hundred commits a
 * second,
 * each of which can hold hundreds of items, so that every item is as safe as with a commit of its own.
 */
export function groupCommit<T>(
  commit: (items: readonly T[]) => Promise<void>,
  { largest = 200, mostWaiting = 5_000 }: { largest?: number; mostWaiting?: number } = {},
): GroupCommit<T> {
  const waiting: { item: T; done: () => void; failed: (error: unknown) => void }[] = [];
  let inProgress: Promise<void> | undefined;

  const run = async () => {
    // Items that arrive in this turn of the event loop join the first group.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = waiting.splice(0, largest);
      try {
        await commit(group.map(({ item }) => item));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    inProgress = undefined;
  };

  return {
    add(item) {
      if (waiting.length >= mostWaiting) {
        return Promise.reject(new QueueFull(`${mostWaiting} deliveries are waiting for the database.`));
      }
      return new Promise((done, failed) => {
        waiting.push({ item, done, failed });
        inProgress ??= run();
      });
    },
    settled: async () => {
      await inProgress;
    },
  };
}
