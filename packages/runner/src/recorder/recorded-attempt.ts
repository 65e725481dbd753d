import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestError, TestResult, TestStep } from '@playwright/test/reporter';
import { registeredSecrets } from '@uat/config';
import { type Attempt, type EventOf, fingerprint } from '@uat/record';
import { redact, redactedPath } from '@uat/core';
import { failurePhase } from './failure-phase.ts';
import { headline } from './headline.ts';
import { ranOutOfTime } from './ran-out-of-time.ts';
import { reasonNotRun } from './reason-not-run.ts';

type Annotation = (type: string) => string | undefined;

/**
 * The redacted event for an attempt at a test: its result, or that the test is not eligible here. Paths of attachments
 * are relative to `root`.
 */
export function recordedAttempt(
  id: string,
  test: TestCase,
  result: TestResult,
  root: string,
): Attempt | EventOf<'ineligible'> {
  const annotations = [...result.annotations, ...test.annotations];
  const annotation: Annotation = (type) => annotations.find((one) => one.type === type)?.description;
  const attempt: Attempt = {
    event: 'attempt',
    id,
    index: result.retry,
    worker: result.parallelIndex,
    startedAt: result.startTime.toISOString(),
    ms: result.duration,
    status: result.status,
    steps: result.steps.map(recordedStep),
    attachments: result.attachments.flatMap((one) =>
      one.path === undefined ? [] : [redactedPath(path.relative(root, one.path), registeredSecrets())],
    ),
  };
  if (result.status === 'skipped') {
    const notRun = reasonNotRun(test, result);
    if (notRun !== undefined) return { ...attempt, status: 'notRun', reason: notRun };
    const reason = clean(annotation('skip') ?? annotation('fixme') ?? 'no reason given');
    const requires = annotation('uat.not-eligible');
    return requires === undefined ? { ...attempt, reason } : { event: 'ineligible', id, requires, reason };
  }
  // A test marked to fail keeps no promise, whether it fails or not.
  if (result.status === 'passed' && test.expectedStatus !== 'failed') return attempt;
  return {
    ...attempt,
    status: result.status === 'passed' ? 'failed' : result.status,
    ...failureIn(result, annotation),
  };
}

/** A top-level step: a hook, or a step of the test itself. */
const recordedStep = ({ title, duration, error }: TestStep): Attempt['steps'][number] => ({
  title: clean(title),
  ms: Math.max(0, duration),
  failed: error !== undefined,
});

function failureIn(result: TestResult, annotation: Annotation): Partial<Attempt> {
  const cause = annotation('uat.blame');
  const refusedRole = annotation('uat.refused-role');
  const errors = result.errors.map(cleanError);
  const stack = errors[0]?.stack;
  const message = headline({ steps: result.steps, errors });
  return {
    error: {
      message,
      ...(stack === undefined ? {} : { stack }),
      fingerprint: fingerprint(message),
      ...(ranOutOfTime(result) ? { timedOut: true } : {}),
    },
    phase: failurePhase(result),
    layer: annotation('allure.label.layer') === 'browser' ? 'browser' : 'api',
    ...(cause === 'configuration' || cause === 'infrastructure' ? { cause } : {}),
    ...(refusedRole === undefined ? {} : { refusedRole }),
  };
}

/** Redacts text from a spec or the product. */
const clean = (text: string) => redact(text, registeredSecrets());

/** Redacts an error as a whole, before a headline could cut a secret in half. */
function cleanError({ message, stack, value, cause }: TestError): TestError {
  return {
    ...(message === undefined ? {} : { message: clean(message) }),
    ...(stack === undefined ? {} : { stack: clean(stripVTControlCharacters(stack)) }),
    ...(value === undefined ? {} : { value: clean(value) }),
    ...(cause === undefined ? {} : { cause: cleanError(cause) }),
  };
}
