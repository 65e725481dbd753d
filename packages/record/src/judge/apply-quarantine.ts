import type { QuarantineEntry } from '@uat/config';
import type { Policy, RunState } from '../fold.ts';
import { namesOf } from '../names-of.ts';
import type { ClassifiedFailure } from './classify.ts';

/** A failure of which is known whether it counts. */
export interface JudgedFailure extends ClassifiedFailure {
  /** It is listed, and blocks nothing. */
  quarantine?: QuarantineEntry;
  /** An entry that would apply and has ended: the failure counts. */
  expired?: QuarantineEntry;
}

/**
 * Finds the quarantine entry of each failure. One applies in its own lane, up to the end of its last day (UTC) at the
 * start of the run, and to a promise that the product broke: what could not be judged is not excused by it. What did not
 * run because of a quarantined failure is still not run.
 */
export function applyQuarantine(
  { header: { lane, startedAt } }: RunState,
  failures: readonly ClassifiedFailure[],
  { quarantine }: Policy,
): JudgedFailure[] {
  const [day = ''] = startedAt.split('T');
  return failures.map((failure): JudgedFailure => {
    if (failure.class !== 'product') return failure;
    const names = namesOf(failure.test);
    const own = quarantine.filter((entry) => entry.lane === lane && names.includes(entry.test));
    const inForce = own.find(({ expires }) => day <= expires);
    if (inForce !== undefined) return { ...failure, quarantine: inForce };
    const [expired] = own;
    return expired === undefined ? failure : { ...failure, expired };
  });
}
