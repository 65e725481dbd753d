import type { Clock } from '@uat/linear';

/** A loop that runs until it is stopped. */
export interface Loop {
  /** Wakes the loop if it is idle. */
  nudge(): void;
  /** Resolves when the current step has ended. */
  stop(): Promise<void>;
}

/** Runs `step` repeatedly: at once while it has work, else after `idleMs` or when it is nudged. */
export function runLoop(
  clock: Clock,
  {
    idleMs,
    step,
    onError,
  }: {
    readonly idleMs: number;
    /** Whether there is more work to do at once. */
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
        // A loop that always has work must not keep requests waiting.
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
