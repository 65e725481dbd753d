import type { PlannedTest } from '../planned-test.ts';
import type { RunState } from '../fold.ts';
import type { Attempt, EventOf } from '../schema.ts';
import type { Outcome } from './outcomes.ts';
import { starvation } from './starvation.ts';

/** Who is to blame for a failed test: the product, or something that kept the product from being judged. */
export type FailureClass = 'product' | 'configuration' | 'infrastructure';

/** A test that broke its promise, or could not be judged. */
export interface ClassifiedFailure {
  test: PlannedTest;
  class: FailureClass;
  /** The attempt that is told of: the last one. */
  attempt: Attempt;
  /** The first one that failed. */
  first: Attempt;
  error: string;
}

/** What this machine, not the product, says when it cannot go on. */
const ofThisMachine = [
  /^browserType\.launch: /,
  /^(Internal error: )?worker process exited unexpectedly/,
  /\b(ENOSPC|EROFS|EDQUOT|EMFILE|ENFILE)\b/,
];

/** Whether an error is this machine's, whatever the target answers. */
export function isOfThisMachine(error: string): boolean {
  return ofThisMachine.some((words) => words.test(error));
}

/**
 * Classifies failures by their errors and by what the target answered when it was asked right after: the product is to
 * blame whenever the target answers its probe, also in set-up; only what could not be judged because something else was
 * missing is not the product's (docs/outcomes.md). Credentials that the target took anywhere in the run are not to
 * blame for being refused.
 */
export function classify(state: RunState, outcomes: ReadonlyMap<string, Outcome>): ClassifiedFailure[] {
  return state.assigned.flatMap((test) => {
    const outcome = outcomes.get(test.id);
    const [first, attempt] = [outcome?.failures[0], outcome?.failures.at(-1)];
    if (outcome?.kind !== 'failed' || first === undefined || attempt === undefined) return [];
    return [{ test, first, attempt, ...judgedCause(state, attempt) }];
  });
}

const takenElsewhere = 'They are right: the target takes them elsewhere in this run.';

function judgedCause(
  { accepted, probes, machine }: RunState,
  attempt: Attempt,
): Pick<ClassifiedFailure, 'class' | 'error'> {
  const error = attempt.error?.message ?? 'no error was recorded';
  return {
    class: failureClassOf(attempt, probes.get(attempt.id), { accepted, machine }),
    error: refusedTheRight(attempt, accepted) ? `${error} ${takenElsewhere}` : error,
  };
}

/**
 * The class of one failed attempt.
 * @param probe what the target said right after; a failure after which it was not asked was not confirmed with a healthy target.
 * @param run roles that the target has let in, and when this machine was slow.
 */
export function failureClassOf(
  attempt: Attempt,
  probe: Pick<EventOf<'probe'>, 'state'> | undefined,
  { accepted, machine }: Pick<RunState, 'accepted' | 'machine'> = { accepted: new Set(), machine: [] },
): FailureClass {
  if (attempt.cause !== undefined && !refusedTheRight(attempt, accepted)) return attempt.cause;
  if (isOfThisMachine(attempt.error?.message ?? '')) return 'infrastructure';
  if (starvation(attempt, machine) !== undefined) return 'infrastructure';
  return probe?.state === 'up' ? 'product' : 'infrastructure';
}

/** Whether the target refused a role that it lets in elsewhere in the run, with the same credentials. */
const refusedTheRight = ({ refusedRole }: Attempt, accepted: ReadonlySet<string>) =>
  refusedRole !== undefined && accepted.has(refusedRole);
