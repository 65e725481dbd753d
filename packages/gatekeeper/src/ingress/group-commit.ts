/** Takes items one by one and commits them in groups. */
export interface GroupCommit<T> {
  /** Resolves when the item is committed; rejects when its group was not. */
  add(item: T): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** More than `mostWaiting` items waited to be committed. */
export class TooMany extends Error {}

/**
 * Commits what comes while a commit is under way together, in the next one. A disk does some hundred commits a second, and
 * one of them may hold hundreds of items, so that each is as safe as with a commit of its own.
 */
export function groupCommit<T>(
  commit: (items: readonly T[]) => Promise<void>,
  { largest = 200, mostWaiting = 5_000 }: { largest?: number; mostWaiting?: number } = {},
): GroupCommit<T> {
  const waiting: { item: T; done: () => void; failed: (error: unknown) => void }[] = [];
  let underWay: Promise<void> | undefined;

  const run = async () => {
    // What arrives in this turn of the event loop belongs to the first group already.
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
    underWay = undefined;
  };

  return {
    add(item) {
      if (waiting.length >= mostWaiting) {
        return Promise.reject(new TooMany(`${mostWaiting} deliveries wait for the database.`));
      }
      return new Promise((done, failed) => {
        waiting.push({ item, done, failed });
        underWay ??= run();
      });
    },
    settled: async () => {
      await underWay;
    },
  };
}
