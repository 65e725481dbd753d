/** Interval of the clock, in milliseconds. */
const tickMs = 50;

/** A limit on the running time of this process. */
export interface RunningTimeLimit extends Disposable {
  /** Aborted with a `TimeoutError` when the limit is reached. */
  signal: AbortSignal;
}

/**
 * Limits work to `ms` milliseconds of this process's running time. A standstill (stopped, suspended, event loop
 * blocked) counts as at most two intervals of 50 ms: a response that arrived meanwhile has to be read first.
 */
export function runningTimeLimit(ms: number): RunningTimeLimit {
  const controller = new AbortController();
  let ran = 0;
  let before = performance.now();
  const timer = setInterval(
    () => {
      const now = performance.now();
      ran += Math.min(now - before, 2 * tickMs);
      before = now;
      if (ran < ms) return;
      clearInterval(timer);
      controller.abort(new DOMException(`no answer within ${ms / 1000} s`, 'TimeoutError'));
    },
    Math.min(tickMs, ms),
  );
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
