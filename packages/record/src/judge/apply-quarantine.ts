import type { QuarantineEntry } from '@uat/config';
import type { Policy, RunState } from '../fold.ts';
import { namesOf } from '../test-ids/names-of.ts';
import type { ClassifiedFailure } from './classify.ts';

/** A failure, with the quarantine entry that decides whether it counts. */
export interface WeighedFailure extends ClassifiedFailure {
  /** Entry in force: the failure is listed and does not block. */
  quarantine?: QuarantineEntry;
  /** Entry that has expired: the failure counts. */
  expired?: QuarantineEntry;
  /** Entry that is void, because the test fails consistently: the failure counts. */
  void?: QuarantineEntry;
}

/**
 * Finds the quarantine entry of each failure. An entry applies in its lane, until the end of its last day (UTC) at the
 * start of the run, and only to promises that the product broke: it does not excuse what could not be judged. Its
 * failure is known. A test that fails run after run is broken, not flaky: its entry is void
 * (https://github.com/dotnet/aspnetcore/issues/67278). Tests that did not run because of a quarantined failure still count as not run.
 */
export function applyQuarantine(
  { header: { lane, startedAt }, history }: RunState,
  failures: readonly ClassifiedFailure[],
  { quarantine }: Policy,
): WeighedFailure[] {
  const [day = ''] = startedAt.split('T');
  return failures.map((failure): WeighedFailure => {
    if (failure.cause !== 'product' || failure.class === 'flaky') return failure;
    const names = namesOf(failure.test);
    const own = quarantine.filter((entry) => entry.lane === lane && names.includes(entry.test));
    const inForce = own.find(({ expires }) => day <= expires);
    if (inForce !== undefined && history.get(failure.test.id)?.consistent === true)
      return { ...failure, void: inForce };
    if (inForce !== undefined) return { ...failure, class: 'known', quarantine: inForce };
    const [expired] = own;
    return expired === undefined ? failure : { ...failure, expired };
  });
}
