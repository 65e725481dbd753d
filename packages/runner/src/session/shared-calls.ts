import { setTimeout as sleep } from 'node:timers/promises';

/** A function whose callers share its calls. */
export interface SharedCalls<T> {
  /** Gives the result of a call that begins after this request for it. */
  (): Promise<T>;
  /** Lets the next call begin at once, and all later ones too. */
  hurry: () => void;
}

/**
 * Shares the calls of a function among those who ask for its result: at most one call at a time, and one per interval.
 * A request while a call is in progress gets the result of the next one, since the current one began too early.
 */
export function sharedCalls<T>(call: () => Promise<T>, everyMs: number): SharedCalls<T> {
  const hurried = new AbortController();
  let next: PromiseWithResolvers<T> | undefined;
  let isBusy = false;
  let startedAt = -Infinity;

  async function work() {
    isBusy = true;
    while (next !== undefined) {
      const pause = startedAt + everyMs - performance.now();
      if (pause > 0) await sleep(pause, undefined, { signal: hurried.signal }).catch(() => undefined);
      const { resolve, reject } = next;
      next = undefined;
      startedAt = performance.now();
      await call().then(resolve, reject);
    }
    isBusy = false;
  }

  const request = () => {
    next ??= Promise.withResolvers<T>();
    const { promise } = next;
    if (!isBusy) void work();
    return promise;
  };
  return Object.assign(request, { hurry: () => hurried.abort() });
}
