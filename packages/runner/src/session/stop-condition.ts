import type { StopCondition } from '@uat/record';

/** A failed test, as far as it says what it is about. */
interface FailedTest {
  id: string;
  title: string;
  catches: readonly string[];
  error: string;
}

/** Whether a failed test is about a past defect: its coverage names it, or its message is the defect's symptom. */
export function isAboutFault(
  { fault, symptom }: Pick<StopCondition, 'fault' | 'symptom'>,
  { catches, error }: Pick<FailedTest, 'catches' | 'error'>,
): boolean {
  if (catches.includes(fault)) return true;
  // Not `test`: a pattern with the flag g would remember where it stopped.
  return symptom !== undefined && error.search(new RegExp(symptom.source, symptom.flags)) !== -1;
}

/** Whether a failed test is the one that is stopOn; whose fault its failure is, is not asked here. */
export function meetsStopCondition(stopOn: StopCondition, failed: FailedTest): boolean {
  const { check, except } = stopOn;
  return (
    isAboutFault(stopOn, failed) && (check === undefined || check === failed.title) && !except.includes(failed.id)
  );
}
