import type { SoughtFailure } from '@uat/record';

/** A failed test, as far as it says what it is about. */
interface FailedTest {
  id: string;
  title: string;
  catches: readonly string[];
  error: string;
}

/** Whether a failed test is about a past defect: its coverage names it, or its message is the defect's symptom. */
export function isAbout(
  { regression, symptom }: Pick<SoughtFailure, 'regression' | 'symptom'>,
  { catches, error }: Pick<FailedTest, 'catches' | 'error'>,
): boolean {
  if (catches.includes(regression)) return true;
  // Not `test`: a pattern with the flag g would remember where it stopped.
  return symptom !== undefined && error.search(new RegExp(symptom.source, symptom.flags)) !== -1;
}

/** Whether a failed test is the one that is sought; whose fault its failure is, is not asked here. */
export function isSought(sought: SoughtFailure, failed: FailedTest): boolean {
  const { check, except } = sought;
  return (
    isAbout(sought, failed) && (check === undefined || check === failed.title) && !except.includes(failed.id)
  );
}
