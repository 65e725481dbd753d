import type { Clock } from '@uat/linear';

/** A loop that runs until it is stopped. */
export interface Loop {
  /** Ends the wait for something to do. */
  nudge(): void;
  /** Resolves when the step that is under way has ended. */
  stop(): Promise<void>;
}

/** Runs `step` again and again, at once while it has something to do, else after `idleMs` or when it is nudged. */
export function runLoop(
  clock: Clock,
  {
    idleMs,
    step,
    onError,
  }: {
    readonly idleMs: number;
    /** Whether there is more to do at once. */
    readonly step: () => Promise<boolean>;
    readonly onError: (error: Error) => void;
  },
): Loop {
  const stopped = new AbortController();
  let sleep = new AbortController();
  const run = async () => {
    while (!stopped.signal.aborted) {
      let hasMore = false;
      try {
        hasMore = await step();
      } catch (error) {
        onError(error as Error);
      }
      if (hasMore) {
        // A loop that always has more to do must not keep requests waiting.
        await new Promise(setImmediate);
        continue;
      }
      await clock.sleep(idleMs, AbortSignal.any([stopped.signal, sleep.signal])).catch(() => undefined);
      sleep = new AbortController();
    }
  };
  const running = run();
  return {
    nudge: () => sleep.abort(),
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
