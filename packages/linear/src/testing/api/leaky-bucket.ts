/** An hourly allowance that refills evenly. */
export interface LeakyBucket {
  readonly limit: number;
  /** Takes an amount if it is available. */
  take(amount: number, now: number): boolean;
  /** Remaining whole units. */
  remaining(now: number): number;
  /** When it is full again, in milliseconds since 1970. */
  fullAt(now: number): number;
  /** Sets the remaining amount. */
  drainTo(left: number, now: number): void;
}

const hour = 3_600_000;

export function createLeakyBucket(limit: number): LeakyBucket {
  let level = limit;
  let at = Number.NEGATIVE_INFINITY;
  const fill = (now: number) => {
    if (now > at)
      level = Math.min(limit, at === Number.NEGATIVE_INFINITY ? level : level + ((now - at) / hour) * limit);
    at = Math.max(at, now);
  };
  return {
    limit,
    take(amount, now) {
      fill(now);
      if (level < amount) return false;
      level -= amount;
      return true;
    },
    remaining(now) {
      fill(now);
      return Math.floor(level);
    },
    fullAt(now) {
      fill(now);
      return Math.ceil(now + ((limit - level) / limit) * hour);
    },
    drainTo(left, now) {
      fill(now);
      level = Math.min(left, limit);
    },
  };
}
