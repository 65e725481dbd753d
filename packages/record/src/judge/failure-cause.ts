import type { RunState } from '../fold.ts';
import type { Attempt, EventOf } from '../schema.ts';
import { starvation } from './starvation.ts';
import { testError } from './witness/test-error.ts';

/** The causes of a failure: the product, or what prevented a judgement on it. */
export const failureCauses = ['product', 'test', 'infrastructure', 'configuration'] as const;
export type FailureCause = (typeof failureCauses)[number];

/** Errors of this machine, not of the product. */
const ofThisMachine = [
  /^browserType\.launch: /,
  /^(Internal error: )?worker process exited unexpectedly/,
  /\b(ENOSPC|EROFS|EDQUOT|EMFILE|ENFILE)\b/,
];

/** Whether an error comes from this machine, whatever the target answers. */
export function isOfThisMachine(error: string): boolean {
  return ofThisMachine.some((words) => words.test(error));
}

/** The facts about a run that decide on the cause of a failure. */
type RunFacts = Pick<RunState, 'accepted' | 'machine'> & { target?: RunState['target'] };

/**
 * The cause of one failed attempt.
 * @param probe The probe right after it; without one, the failure was not confirmed with a healthy target.
 * @param run Roles that the target has accepted, the target at the start, and the intervals in which this machine was
 * slow.
 */
export function failureCauseOf(
  attempt: Attempt,
  probe: Pick<EventOf<'probe'>, 'state' | 'version'> | undefined,
  { accepted, machine, target }: RunFacts = { accepted: new Set(), machine: [] },
): FailureCause {
  if (attempt.cause !== undefined && !refusedValidCredentials(attempt, accepted)) return attempt.cause;
  const { message = '', stack = message } = attempt.error ?? {};
  if (isOfThisMachine(message)) return 'infrastructure';
  if (testError(stack) === 'certain') return 'test';
  if (starvation(attempt, machine) !== undefined || isRedeployed(probe, target)) return 'infrastructure';
  return probe?.state === 'up' ? 'product' : 'infrastructure';
}

/** Whether the target refused a role whose credentials it accepted elsewhere in the run. */
export const refusedValidCredentials = ({ refusedRole }: Attempt, accepted: ReadonlySet<string>) =>
  refusedRole !== undefined && accepted.has(refusedRole);

/** Whether another version of the product answered a probe than at the start of the run. */
export function isRedeployed(
  probe: Pick<EventOf<'probe'>, 'version'> | undefined,
  target: RunState['target'],
): boolean {
  const before = target?.version ?? undefined;
  return probe?.version !== undefined && before !== undefined && probe.version !== before;
}
