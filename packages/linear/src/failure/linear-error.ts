import { UatError } from '@uat/core';
import { type Failure, type FailureReason, mayPass } from './failure.ts';

/** What to do next, for the reader of the log. */
const advice: Record<FailureReason, string> = {
  'rate-limited': 'Linear limits the rate of this token; calls wait until the limit is reset.',
  unavailable: 'Linear reported an internal error; see https://linearstatus.com and retry the call.',
  network: 'Linear could not be reached; check the network, the proxy and LINEAR_API_URL.',
  timeout: 'Linear did not respond in time; the call may be retried.',
  authentication: 'Linear does not accept the token; create a new one and restart (docs/linear.md).',
  forbidden: 'the token lacks a scope, or access to this team; see the scopes in docs/linear.md.',
  'usage-limit': 'the workspace has reached a limit of its plan; an admin of the workspace must act.',
  'not-found': 'it was deleted, or the token cannot see its team.',
  'duplicate-id': 'the id is in use, so an earlier attempt was carried out.',
  'invalid-input': 'Linear rejects the input; this is a bug in the caller, and retrying cannot help.',
  'too-complex':
    'the query costs more than the 10,000 points that Linear allows; ask for fewer issues at a time.',
  refused:
    'Linear accepted the call but responded with `success: false`; look at the issue before trying again.',
  'unexpected-answer':
    'the response does not have the expected shape; compare the pinned version of @linear/sdk.',
  budget: 'the request budget is kept for more urgent calls; it is available again after the reset.',
  'circuit-open': 'too many calls failed in a row, so calls are paused.',
  cancelled: 'the caller aborted it.',
};

const ofConfiguration = new Set<FailureReason>([
  'authentication',
  'forbidden',
  'invalid-input',
  'too-complex',
]);

/**
 * A failed call to Linear. The message names the operation and what to do; it never carries ticket text, the query, its
 * variables or Linear's own message, which may quote all three.
 */
export class LinearError extends UatError {
  readonly operation: string;
  readonly failure: Failure;
  /** When the call may be retried, in milliseconds since 1970; undefined if retrying cannot help. */
  readonly retryAt: number | undefined;

  constructor(operation: string, failure: Failure, retryAt?: number) {
    const facts = [
      failure.status === undefined ? undefined : `HTTP ${failure.status}`,
      failure.code,
      failure.type,
      failure.where === undefined ? undefined : `at ${failure.where}`,
    ].filter((fact) => fact !== undefined);
    const shown = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
    super(
      ofConfiguration.has(failure.reason) ? 'configuration' : 'infrastructure',
      `Linear, ${operation}: ${failure.reason}${shown}: ${advice[failure.reason]}`,
    );
    this.operation = operation;
    this.failure = failure;
    this.retryAt = retryAt;
  }

  get reason(): FailureReason {
    return this.failure.reason;
  }

  /** Whether the same call can succeed later without anybody changing anything. */
  get mayPass(): boolean {
    return mayPass(this.failure);
  }
}
