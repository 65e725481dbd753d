import type { Failure, FailureReason } from '../failure/failure.ts';

/** Whether calls are let through. */
export type BreakerState =
  | { readonly kind: 'closed' }
  /** No call before `until`, in milliseconds since 1970. */
  | { readonly kind: 'open'; readonly until: number; readonly because: FailureReason }
  /** One call is testing whether Linear responds again; the others wait for it. */
  | { readonly kind: 'half-open' };

export interface BreakerOptions {
  /** Consecutive failures that open the breaker. */
  readonly threshold?: number;
  /** First pause after an outage; each further one is twice as long. */
  readonly firstPauseMs?: number;
  /** First pause after a rate limit without a reset time. */
  readonly rateLimitPauseMs?: number;
  readonly longestPauseMs?: number;
}

/** A call that was let through; reported back with its outcome. */
export interface Entry {
  readonly isProbe: boolean;
  /** How often the breaker had opened when the call was let through. */
  readonly era: number;
}

/** Stops calls that would only fail or, worse, prolong a rate limit. Time is passed in. */
export interface Breaker {
  /** What a call has to do now. After a pause, the first call becomes the probe. */
  enter(
    now: number,
  ): { readonly kind: 'go'; readonly entry: Entry } | { readonly kind: 'wait'; readonly until: number };
  /** Linear responded, even if only to refuse. */
  answered(entry: Entry): void;
  failed(entry: Entry, failure: Failure, now: number): void;
  /** A call ended without saying anything about Linear, e.g. because its caller aborted it. */
  left(entry: Entry): void;
  state(now: number): BreakerState;
}

const outages = new Set<FailureReason>(['unavailable', 'network', 'timeout']);

/** How often waiting calls check whether the probe has returned. */
const probePatience = 1_000;

/**
 * A circuit breaker. A rate limit opens it at once and until the reset, since each further call would be refused and
 * some limits count refusals; an outage opens it after `threshold` failures in a row, for pauses that double. After a
 * pause one call goes as a probe. A limit on one endpoint leaves it closed; the budget holds that operation back.
 */
export function createBreaker({
  threshold = 5,
  firstPauseMs = 5_000,
  rateLimitPauseMs = 60_000,
  longestPauseMs = 900_000,
}: BreakerOptions = {}): Breaker {
  let failures = 0;
  let era = 0;
  // Consecutive pauses without a response in between; each makes the next one longer.
  let pauses = 0;
  let open: { until: number; because: FailureReason } | undefined;
  let probing = false;

  const pauseUntil = (until: number, because: FailureReason) => {
    open = { until: Math.max(open?.until ?? 0, until), because };
    era += 1;
    pauses += 1;
    probing = false;
  };

  const answered = (entry: Entry) => {
    // A response to a call sent before the breaker opened says nothing about the present.
    if (entry.era !== era) return;
    failures = 0;
    pauses = 0;
    open = undefined;
    probing = false;
  };

  return {
    enter(now) {
      if (open === undefined) return { kind: 'go', entry: { isProbe: false, era } };
      if (now < open.until) return { kind: 'wait', until: open.until };
      if (probing) return { kind: 'wait', until: now + probePatience };
      probing = true;
      return { kind: 'go', entry: { isProbe: true, era } };
    },

    answered,

    failed(entry, { reason, waitMs, endpointOnly }, now) {
      if (reason === 'rate-limited' && endpointOnly !== true) {
        // Calls in flight together are refused together; that is one limit, not many.
        const isNews = entry.era === era;
        const pause = waitMs ?? Math.min(rateLimitPauseMs * 2 ** pauses, longestPauseMs);
        if (isNews) pauseUntil(now + Math.max(pause, 1_000), reason);
        return;
      }
      if (!outages.has(reason)) return answered(entry);
      if (entry.era !== era) return;
      failures += 1;
      if (!entry.isProbe && failures < threshold) return;
      const pause = Math.min(firstPauseMs * 2 ** pauses, longestPauseMs);
      pauseUntil(now + Math.max(pause, Math.min(waitMs ?? 0, longestPauseMs)), reason);
    },

    left({ isProbe, era: entered }) {
      if (isProbe && entered === era) probing = false;
    },

    state(now) {
      if (open === undefined) return { kind: 'closed' };
      return now < open.until ? { kind: 'open', ...open } : { kind: 'half-open' };
    },
  };
}
