import type { Probe } from './probe.ts';
import type { RecordedFailure } from './run-events.ts';

/** Who is to blame for a failed test: the product, or something that kept the product from being judged. */
export type FailureClass = 'product' | 'configuration' | 'infrastructure';

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
 * Classifies a failure by its error and by what the target answered when it was asked right after: the product is to
 * blame whenever the target answers its probe, also in set-up; only what could not be judged because something else
 * was missing is not the product's (docs/outcomes.md). `accepted` are the roles that the target let in during the run,
 * before or after: credentials that are right are not to blame for being refused.
 */
export function failureClass(
  failure: RecordedFailure,
  probe: Probe,
  accepted: ReadonlySet<string> = new Set(),
): FailureClass {
  if (failure.blame !== undefined && !refusedTheRight(failure, accepted)) return failure.blame;
  if (isOfThisMachine(failure.error)) return 'infrastructure';
  return probe.state === 'up' ? 'product' : 'infrastructure';
}

/** Whether a failure is that the target refused a role which it lets in elsewhere in the run, with the same credentials. */
export function refusedTheRight({ refusedRole }: RecordedFailure, accepted: ReadonlySet<string>): boolean {
  return refusedRole !== undefined && accepted.has(refusedRole);
}
