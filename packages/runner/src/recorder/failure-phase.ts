import type { TestResult } from '@playwright/test/reporter';
import type { Attempt } from '@uat/record';

/**
 * The phase of a test's first error: set-up when a hook or fixture before the body failed, tear-down when the first
 * error is reported after the body. When both body and clean-up fail, the phase is the body's.
 */
export function failurePhase({ steps, errors }: TestResult): NonNullable<Attempt['phase']> {
  const errorOf = (title: string) => steps.find((step) => step.title === title)?.error;
  if (errorOf('Before Hooks') !== undefined) return 'setup';
  const [first] = errors;
  const after = errorOf('After Hooks') ?? errorOf('Worker Cleanup');
  if (after === undefined || first === undefined) return 'test';
  return after.message === first.message && after.stack === first.stack ? 'teardown' : 'test';
}
