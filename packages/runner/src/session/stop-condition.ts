import type { StopCondition } from '@uat/record';

/** The facts about a failed test that a stop condition considers. */
interface FailedTest {
  id: string;
  title: string;
  catches: readonly string[];
  error: string;
}

/** Whether a failed test is about a fault: its coverage names the fault, or its error shows the symptom. */
export function isAboutFault(
  { fault, symptom }: Pick<StopCondition, 'fault' | 'symptom'>,
  { catches, error }: Pick<FailedTest, 'catches' | 'error'>,
): boolean {
  if (catches.includes(fault)) return true;
  // Not `test`: a pattern with flag g keeps its position.
  return symptom !== undefined && error.search(new RegExp(symptom.source, symptom.flags)) !== -1;
}

/** Whether a failed test meets a stop condition; the caller checks the cause of the failure. */
export function meetsStopCondition(condition: StopCondition, failed: FailedTest): boolean {
  const { test, except } = condition;
  return (
    isAboutFault(condition, failed) &&
    (test === undefined || test === failed.title) &&
    !except.includes(failed.id)
  );
}
