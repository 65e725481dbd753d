/** How often the clock looks. */
const tickMs = 50;

/** A limit on the time in which this process ran. */
export interface RunningTimeLimit extends Disposable {
  /** Aborted with a `TimeoutError` when the limit is reached. */
  signal: AbortSignal;
}

/**
 * Limits work to `ms` milliseconds in which this process ran. A stretch in which it stood still (stopped, suspended, its
 * event loop blocked) counts as two looks of 50 ms at most: an answer that came meanwhile has to be read first.
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
