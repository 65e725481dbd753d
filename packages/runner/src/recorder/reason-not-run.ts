import type { Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { registeredSecrets } from '@uat/config';
import { redact } from '@uat/core';

/**
 * The reason why an attempt was prevented; `undefined` when it was not. Playwright reports a test as skipped after a
 * failed `beforeAll`, after a failure in a serial group, or when its worker ended; only a deliberate skip has an
 * annotation.
 */
export function reasonNotRun(test: TestCase, result: TestResult): string | undefined {
  if (result.status !== 'skipped') return undefined;
  // When no worker began the test, its annotations are on the test, not on the result.
  const annotations = [...result.annotations, ...test.annotations];
  const skip = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (skip === undefined) return reasonBefore(test);
  // Fixtures mark a test as not run when an earlier failure elsewhere makes its result meaningless.
  if (!annotations.some(({ type }) => type === 'uat.not-run')) return undefined;
  return redact(skip.description ?? 'no reason given', registeredSecrets());
}

/** The latest failure in the test's group, else in the groups around it, up to its file. */
function reasonBefore(test: TestCase): string {
  for (let group: Suite | undefined = test.parent; group !== undefined; group = group.parent) {
    const failures = group
      .allTests()
      .flatMap((one) => one.results.filter(isFailed).map(({ startTime }) => ({ one, startTime })))
      .toSorted((a, b) => b.startTime.getTime() - a.startTime.getTime());
    const [latest] = failures;
    if (latest !== undefined) return `'${latest.one.title}' failed before it`;
    if (group.type === 'file') break;
  }
  return 'its worker ended before it began';
}

/** Whether an attempt broke its promise; a skipped or interrupted one did not. */
const isFailed = ({ status }: TestResult) => status === 'failed' || status === 'timedOut';
