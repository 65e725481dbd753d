import type { Attempt, EventOf } from '../schema.ts';

/** The load of this machine during an attempt that ran out of time. */
export interface Starvation {
  /** Share of the processors that other processes had while the machine was slow. */
  taken: number;
  /** Longest standstill of the event loop, in milliseconds. */
  lag: number;
}

/** Minimum share of an attempt in which the machine was slow, for that to explain a time-out. */
const leastShare = 0.25;

/**
 * The starvation of this machine while an attempt ran out of time; `undefined` when the machine was not starved, or the
 * attempt failed by anything but a deadline: a wrong answer is wrong however long it took.
 */
export function starvation(attempt: Attempt, machine: readonly EventOf<'machine'>[]): Starvation | undefined {
  if (attempt.status !== 'timedOut' && attempt.error?.timedOut !== true) return undefined;
  const intervals = machine
    .filter(({ shard }) => shard === attempt.shard)
    .map((one) => ({ ...one, shared: sharedMs(one, attempt) }))
    .filter(({ shared }) => shared > 0);
  const slowMs = intervals.reduce((sum, { shared }) => sum + shared, 0);
  if (slowMs === 0 || slowMs < attempt.ms * leastShare) return undefined;
  const takenMs = intervals.reduce((sum, { shared, others, steal }) => sum + shared * (others + steal), 0);
  return { taken: takenMs / slowMs, lag: Math.max(...intervals.map(({ lag }) => lag)) };
}

type Interval = Pick<Attempt, 'startedAt' | 'ms'>;

/** The overlap of two time intervals, in milliseconds. */
function sharedMs(one: Interval, other: Interval): number {
  const [start, otherStart] = [Date.parse(one.startedAt), Date.parse(other.startedAt)];
  return Math.min(start + one.ms, otherStart + other.ms) - Math.max(start, otherStart);
}
