export interface BackOff {
  /** 1 after the first failure. */
  readonly attempt: number;
  /** Wait requested by Linear; the actual wait is never shorter. */
  readonly waitMs?: number | undefined;
  /** A random number from 0 to 1. */
  readonly random: number;
  readonly firstMs?: number;
  readonly longestMs?: number;
}

/**
 * Milliseconds to wait before the next attempt: exponential with equal jitter (half of it fixed, half random), so that
 * many callers do not come back at once, and on top of what Linear asked for, never in place of it.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOff({ attempt, waitMs = 0, random, firstMs = 500, longestMs = 30_000 }: BackOff): number {
  const step = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  const jittered = step / 2 + (step / 2) * random;
  return waitMs > 0 ? waitMs + random * step : jittered;
}
