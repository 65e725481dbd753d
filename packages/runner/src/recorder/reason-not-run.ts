import type { Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { registeredSecrets } from '@uat/config';
import { redact } from '@uat/core';
import { attemptFailed } from './attempt-failed.ts';

/**
 * Why an attempt never came to its promise; `undefined` for one that did. Playwright reports a test
 * behind a failed `beforeAll`, behind a failure in a serial group or in a worker that ended as skipped; only what a spec
 * asks to skip has an annotation that says so.
 */
export function reasonNotRun(test: TestCase, result: TestResult): string | undefined {
  if (result.status !== 'skipped') return undefined;
  // A test that no worker began has the annotations of its spec, and its result has none.
  const annotations = [...result.annotations, ...test.annotations];
  const skip = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (skip === undefined) return reasonBefore(test);
  // Fixtures skip a test as not run when what went wrong elsewhere leaves nothing to be learnt from it.
  if (!annotations.some(({ type }) => type === 'uat.not-run')) return undefined;
  return redact(skip.description ?? 'no reason given', registeredSecrets());
}

/** The latest failure in the test's own group, else in the groups around it, up to its file. */
function reasonBefore(test: TestCase): string {
  for (let group: Suite | undefined = test.parent; group !== undefined; group = group.parent) {
    const failures = group
      .allTests()
      .flatMap((one) => one.results.filter(attemptFailed).map(({ startTime }) => ({ one, startTime })))
      .toSorted((a, b) => b.startTime.getTime() - a.startTime.getTime());
    const [latest] = failures;
    if (latest !== undefined) return `'${latest.one.title}' failed before it`;
    if (group.type === 'file') break;
  }
  return 'its worker ended before it began';
}
