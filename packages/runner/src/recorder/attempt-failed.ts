import type { TestResult } from '@playwright/test/reporter';

/** Whether an attempt at a test ended with a broken promise; one that was skipped or cut off did not. */
export function attemptFailed({ status }: Pick<TestResult, 'status'>): boolean {
  return status === 'failed' || status === 'timedOut';
}
