import { UatError } from '@uat/core';
import { type Failure, type FailureReason, mayPass } from './failure.ts';

/** What to do next, for the person who reads the log. */
const advice: Record<FailureReason, string> = {
  'rate-limited': 'Linear limits the rate of this token; calls wait until the limit resets.',
  unavailable:
    'Linear answered with a failure of its own; see https://linearstatus.com and let the call be repeated.',
  network: 'Linear could not be reached; check the network, the proxy and LINEAR_API_URL.',
  timeout: 'Linear did not answer in time; the call may be repeated.',
  authentication: 'Linear does not accept the token; make a new one and restart (docs/linear.md).',
  forbidden: 'the token lacks a scope, or access to this team; see the scopes in docs/linear.md.',
  'usage-limit': 'the workspace has reached a limit of its plan; an admin of the workspace has to act.',
  'not-found': 'it was deleted, or the token cannot see its team.',
  'duplicate-id': 'the id is in use, so an earlier attempt was carried out.',
  'invalid-input': 'Linear refuses the input; this is a mistake in the caller, repeating it cannot help.',
  'too-complex':
    'the query costs more than the 10,000 points that Linear allows; ask for fewer issues at a time.',
  refused: 'Linear took the call but answered `success: false`; look at the issue before trying again.',
  'unexpected-answer':
    'the answer does not have the promised shape; compare the pinned version of @linear/sdk.',
  budget: 'the request budget is kept for more urgent calls; it goes on after the reset.',
  'circuit-open': 'earlier calls failed one after the other, so calls are paused.',
  cancelled: 'the caller stopped it.',
};

const ofConfiguration = new Set<FailureReason>([
  'authentication',
  'forbidden',
  'invalid-input',
  'too-complex',
]);

/**
 * A call to Linear that failed. The message names the operation and what to do; it never carries the text of a ticket,
 * the query, its variables or Linear's own words, which may quote all three.
 */
export class LinearError extends UatError {
  readonly operation: string;
  readonly failure: Failure;
  /** When the call may be tried again, in milliseconds since 1970; undefined where trying again cannot help. */
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
