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

/** A failure as data. It holds no ticket text, no query and no variables. */
export interface Failure {
  readonly reason: FailureReason;
  /** HTTP status, if there was a response. */
  readonly status?: number;
  /** `extensions.code` of the decisive error, e.g. `INPUT_ERROR`. */
  readonly code?: string;
  /** `extensions.type` of the decisive error, e.g. `invalid input`. */
  readonly type?: string;
  /** How long Linear asks to wait, in milliseconds. */
  readonly waitMs?: number;
  /** A rate limit on this operation alone; others are not affected. */
  readonly endpointOnly?: boolean;
  /** What did not match, for `unexpected-answer`: a path such as `issue.state.name`. */
  readonly where?: string;
  /** Whether Linear may have carried out the call nevertheless. */
  readonly applied: 'no' | 'unknown';
}

const passing = new Set<FailureReason>(['rate-limited', 'unavailable', 'network', 'timeout']);

/** Whether the same call can succeed later without anybody changing anything. */
export function mayPass({ reason }: Failure): boolean {
  return passing.has(reason) || reason === 'budget' || reason === 'circuit-open';
}
