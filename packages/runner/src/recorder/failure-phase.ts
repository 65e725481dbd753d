import type { TestResult } from '@playwright/test/reporter';
import type { Attempt } from '@uat/record';

/**
 * In which part of a test its first error arose: set-up when a hook or fixture before the body failed, tear-down when
 * the first error is the one that the part after the body reports. A body that fails before its clean-up does is the
 * body's failure.
 */
export function failurePhase({ steps, errors }: TestResult): NonNullable<Attempt['phase']> {
  const errorOf = (title: string) => steps.find((step) => step.title === title)?.error;
  if (errorOf('Before Hooks') !== undefined) return 'setup';
  const [first] = errors;
  const after = errorOf('After Hooks') ?? errorOf('Worker Cleanup');
  if (after === undefined || first === undefined) return 'test';
  return after.message === first.message && after.stack === first.stack ? 'teardown' : 'test';
}
