import type { SoughtFailure } from '@uat/record';

/** A failed test, as far as it says what it is about. */
interface FailedTest {
  id: string;
  title: string;
  catches: readonly string[];
  error: string;
}

/** Whether a failed test is about a seeded fault: its coverage names it, or its message is the fault's symptom. */
export function isAbout(
  { fault, symptom }: Pick<SoughtFailure, 'fault' | 'symptom'>,
  { catches, error }: Pick<FailedTest, 'catches' | 'error'>,
): boolean {
  if (catches.includes(fault)) return true;
  // Not `test`: a pattern with the flag g would remember where it stopped.
  return symptom !== undefined && error.search(new RegExp(symptom.source, symptom.flags)) !== -1;
}

/** Whether a failed test is the one that is sought; whose fault its failure is, is not asked here. */
export function isSought(sought: SoughtFailure, failed: FailedTest): boolean {
  const { test, except } = sought;
  return (
    isAbout(sought, failed) && (test === undefined || test === failed.title) && !except.includes(failed.id)
  );
}
