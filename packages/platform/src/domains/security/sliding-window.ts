/** Whether a call may pass, or how long to wait until one may. */
export type WindowVerdict = { kind: 'passes' } | { kind: 'waits'; seconds: number };

/** Decides on a call of `key` at `now` (milliseconds), and counts it when it passes. */
export type SlidingWindow = (key: string, now?: number) => WindowVerdict;

/** Allows `limit` calls of each key in any `windowMs`. Refused calls do not count. */
export function createSlidingWindow(limit: number, windowMs: number): SlidingWindow {
  const passed = new Map<string, number[]>();
  return (key, now = Date.now()) => {
    // Keys come from anywhere, so idle ones are dropped before they pile up.
    if (passed.size > 10_000)
      for (const [known, times] of passed) if (isOld(times.at(-1), now)) passed.delete(known);
    const recent = (passed.get(key) ?? []).filter((time) => !isOld(time, now));
    passed.set(key, recent);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= limit)
      return { kind: 'waits', seconds: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)) };
    recent.push(now);
    return { kind: 'passes' };
  };

  function isOld(time: number | undefined, now: number): boolean {
    return time === undefined || time <= now - windowMs;
  }
}
