import type { PlannedTest } from '../planned-test.ts';
import type { RunState } from '../fold.ts';
import type { Attempt, EventOf } from '../schema.ts';
import type { Outcome } from './outcomes.ts';
import { starvation } from './starvation.ts';

/** The cause of a failed test: the product, or something that prevented a judgement on the product. */
export type FailureClass = 'product' | 'configuration' | 'infrastructure';

/** A failed test with the class of its cause. */
export interface ClassifiedFailure {
  test: PlannedTest;
  class: FailureClass;
  /** The last failed attempt, which reports show. */
  attempt: Attempt;
  /** The first failed attempt. */
  first: Attempt;
  error: string;
}

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

/**
 * Classifies failures by their errors and by the probe of the target right after: when the target answers its probe,
 * the product is the cause, also in set-up; otherwise something else prevented the judgement (docs/outcomes.md).
 * Credentials that the target accepted anywhere in the run are never the cause of their refusal.
 */
export function classify(state: RunState, outcomes: ReadonlyMap<string, Outcome>): ClassifiedFailure[] {
  return state.assigned.flatMap((test) => {
    const outcome = outcomes.get(test.id);
    const [first, attempt] = [outcome?.failures[0], outcome?.failures.at(-1)];
    if (outcome?.kind !== 'failed' || first === undefined || attempt === undefined) return [];
    return [{ test, first, attempt, ...causeOf(state, attempt) }];
  });
}

const acceptedElsewhere = 'The credentials are valid: the target accepts them elsewhere in this run.';

function causeOf(
  { accepted, probes, machine }: RunState,
  attempt: Attempt,
): Pick<ClassifiedFailure, 'class' | 'error'> {
  const error = attempt.error?.message ?? 'no error was recorded';
  return {
    class: failureClassOf(attempt, probes.get(attempt.id), { accepted, machine }),
    error: refusedValidCredentials(attempt, accepted) ? `${error} ${acceptedElsewhere}` : error,
  };
}

/**
 * The class of one failed attempt.
 * @param probe The probe right after it; without one, the failure was not confirmed with a healthy target.
 * @param run Roles that the target has accepted, and the intervals in which this machine was slow.
 */
export function failureClassOf(
  attempt: Attempt,
  probe: Pick<EventOf<'probe'>, 'state'> | undefined,
  { accepted, machine }: Pick<RunState, 'accepted' | 'machine'> = { accepted: new Set(), machine: [] },
): FailureClass {
  if (attempt.cause !== undefined && !refusedValidCredentials(attempt, accepted)) return attempt.cause;
  if (isOfThisMachine(attempt.error?.message ?? '')) return 'infrastructure';
  if (starvation(attempt, machine) !== undefined) return 'infrastructure';
  return probe?.state === 'up' ? 'product' : 'infrastructure';
}

/** Whether the target refused a role whose credentials it accepted elsewhere in the run. */
const refusedValidCredentials = ({ refusedRole }: Attempt, accepted: ReadonlySet<string>) =>
  refusedRole !== undefined && accepted.has(refusedRole);
