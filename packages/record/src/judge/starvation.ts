import type { Attempt, EventOf } from '../schema.ts';

/** What this machine had left for an attempt that ran out of time. */
export interface Starvation {
  /** Share of the processors that others had while it was slow. */
  taken: number;
  /** The longest that it stood still, in milliseconds. */
  lag: number;
}

/** A machine that was slow for less than this share of an attempt is not why the attempt ran out of time. */
const leastShare = 0.25;

/**
 * How starved this machine was while an attempt ran out of time; undefined when it was not, or when the attempt failed by
 * anything but a deadline: a wrong answer is wrong however long it took.
 */
export function starvation(attempt: Attempt, machine: readonly EventOf<'machine'>[]): Starvation | undefined {
  if (attempt.status !== 'timedOut' && attempt.error?.timedOut !== true) return undefined;
  const stretches = machine
    .filter(({ shard }) => shard === attempt.shard)
    .map((one) => ({ ...one, shared: sharedMs(one, attempt) }))
    .filter(({ shared }) => shared > 0);
  const slowMs = stretches.reduce((sum, { shared }) => sum + shared, 0);
  if (slowMs === 0 || slowMs < attempt.ms * leastShare) return undefined;
  const takenMs = stretches.reduce((sum, { shared, others, steal }) => sum + shared * (others + steal), 0);
  return { taken: takenMs / slowMs, lag: Math.max(...stretches.map(({ lag }) => lag)) };
}

type Stretch = Pick<Attempt, 'startedAt' | 'ms'>;

/** How long two stretches of time were at once, in milliseconds. */
function sharedMs(one: Stretch, other: Stretch): number {
  const [start, otherStart] = [Date.parse(one.startedAt), Date.parse(other.startedAt)];
  return Math.min(start + one.ms, otherStart + other.ms) - Math.max(start, otherStart);
}
