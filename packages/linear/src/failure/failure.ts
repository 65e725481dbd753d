/**
 * Why a call did not give what was asked for.
 *
 * The first four may pass by themselves; `refused` is Linear's `success: false`; `budget` and `circuit-open` are calls
 * that this process held back, so nothing was sent.
 */
export type FailureReason =
  | 'rate-limited'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'authentication'
  | 'forbidden'
  | 'usage-limit'
  | 'not-found'
  | 'duplicate-id'
  | 'invalid-input'
  | 'too-complex'
  | 'refused'
  | 'unexpected-answer'
  | 'budget'
  | 'circuit-open'
  | 'cancelled';

/** A failure as data. It holds no text of a ticket, no query and no variables. */
export interface Failure {
  readonly reason: FailureReason;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** `extensions.code` of the error that decided, e.g. `INPUT_ERROR`. */
  readonly code?: string;
  /** `extensions.type` of the error that decided, e.g. `invalid input`. */
  readonly type?: string;
  /** Milliseconds that Linear asks to wait. */
  readonly waitMs?: number;
  /** A rate limit on this operation alone; others may go on. */
  readonly endpointOnly?: boolean;
  /** What did not fit, for `unexpected-answer`: a path such as `issue.state.name`. */
  readonly where?: string;
  /** Whether Linear may have carried the call out all the same. */
  readonly applied: 'no' | 'unknown';
}

const passing = new Set<FailureReason>(['rate-limited', 'unavailable', 'network', 'timeout']);

/** Whether the same call can succeed later without anybody changing anything. */
export function mayPass({ reason }: Failure): boolean {
  return passing.has(reason) || reason === 'budget' || reason === 'circuit-open';
}
