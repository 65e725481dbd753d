import path from 'node:path';
import type { TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { registeredSecrets } from '@uat/config';
import { redact, redactedPath } from '@uat/report';
import { attemptFailed } from './attempt-failed.ts';
import { failurePhase } from './failure-phase.ts';
import { headline } from './headline.ts';
import type { JudgedTest, RecordedFailure } from './run-events.ts';

type Annotation = (type: string) => string | undefined;

/** How an attempt at a test ended, without secrets; paths of attachments are relative to `root`. */
export function judgedTest(id: string, test: TestCase, result: TestResult, root: string): JudgedTest {
  const annotations = [...result.annotations, ...test.annotations];
  const annotation: Annotation = (type) => annotations.find((one) => one.type === type)?.description;
  const needs = annotation('uat.not-eligible');
  const seconds = result.duration / 1000;
  if (result.status === 'skipped') {
    const reason = clean(annotation('skip') ?? annotation('fixme') ?? 'no reason given');
    return needs === undefined
      ? { event: 'judged', id, seconds, outcome: 'skipped', reason }
      : { event: 'judged', id, seconds, outcome: 'notEligible', reason, needs };
  }
  // A test that is marked to fail keeps no promise, whether it does or not.
  if (result.status === 'passed' && test.expectedStatus !== 'failed') {
    return { event: 'judged', id, seconds, outcome: failedBefore(test, result) ? 'flaky' : 'passed' };
  }
  return {
    event: 'judged',
    id,
    seconds,
    outcome: 'failed',
    failure: recordedFailure(result, annotation, root),
  };
}

/**
 * Whether an earlier attempt of the same test failed. The number of the attempt does not tell: a serial group and the
 * tests behind a `beforeAll` are all tried again when one of them fails.
 */
function failedBefore(test: TestCase, result: TestResult): boolean {
  const earlier = test.results.slice(0, test.results.indexOf(result));
  return earlier.some(attemptFailed);
}

function recordedFailure(result: TestResult, annotation: Annotation, root: string): RecordedFailure {
  const blame = annotation('uat.blame');
  const refusedRole = annotation('uat.refused-role');
  return {
    error: headline({ steps: result.steps, errors: result.errors.map(cleanError) }),
    phase: failurePhase(result),
    layer: annotation('allure.label.layer') === 'browser' ? 'browser' : 'api',
    ...(blame === 'configuration' || blame === 'infrastructure' ? { blame } : {}),
    ...(refusedRole === undefined ? {} : { refusedRole }),
    attachments: result.attachments.flatMap((one) =>
      one.path === undefined ? [] : [redactedPath(path.relative(root, one.path), registeredSecrets())],
    ),
  };
}

/** A text that a spec or the product wrote, without the secrets of the run. */
const clean = (text: string) => redact(text, registeredSecrets());

/** Redacted as a whole: what a headline cuts off may be the half of a secret. */
function cleanError({ message, value, cause }: TestError): TestError {
  return {
    ...(message === undefined ? {} : { message: clean(message) }),
    ...(value === undefined ? {} : { value: clean(value) }),
    ...(cause === undefined ? {} : { cause: cleanError(cause) }),
  };
}
