import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { registerSecrets } from '@uat/config';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { judgedTest, testNotRun } from './judged-test.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-judged-'));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rmSync(scratch, { recursive: true }));

const step = (title: string, failed = false) =>
  ({ title, error: failed ? { message: 'x' } : undefined }) as TestResult['steps'][number];

/** How an attempt is judged of which only these facts matter. */
function judgedAs(result: Partial<TestResult>, expectedStatus: TestCase['expectedStatus'] = 'passed') {
  const rest = { retry: 0, duration: 1_500, annotations: [], steps: [], attachments: [], errors: [] };
  return judgedTest(
    'authnz/a#b',
    { expectedStatus } as TestCase,
    { ...rest, ...result } as TestResult,
    '/staging',
  );
}

describe('an attempt at a test', () => {
  test.each([
    { what: 'that passed', result: { status: 'passed', retry: 0 }, outcome: 'passed' },
    { what: 'that passed when tried again', result: { status: 'passed', retry: 1 }, outcome: 'flaky' },
    { what: 'that failed', result: { status: 'failed', retry: 0 }, outcome: 'failed' },
    { what: 'that took too long', result: { status: 'timedOut', retry: 0 }, outcome: 'failed' },
    { what: 'that was skipped', result: { status: 'skipped', retry: 0 }, outcome: 'skipped' },
  ] as const)('$what is $outcome', ({ result, outcome }) => {
    expect(judgedAs(result)).toMatchObject({ event: 'judged', id: 'authnz/a#b', seconds: 1.5, outcome });
  });

  test.each([
    { what: 'fails', result: { status: 'failed', error: { message: 'Error: broken' } }, error: 'broken' },
    {
      what: 'passes',
      result: { status: 'passed' },
      error: 'the test was expected to fail and passed',
    },
  ] as const)('that is marked to fail keeps no promise when it $what', ({ result, error }) => {
    expect(judgedAs(result, 'failed')).toMatchObject({ outcome: 'failed', failure: { error } });
  });

  test('of which nothing was to be learnt is not run, with the reason', () => {
    const annotations = [{ type: 'uat.not-run' }, { type: 'skip', description: 'nobody gets in' }];

    const notRun = (result: Partial<TestResult>) =>
      testNotRun('authnz/a#b', { status: 'skipped', annotations, ...result } as TestResult);

    expect(notRun({})).toEqual({ event: 'notRun', id: 'authnz/a#b', reason: 'nobody gets in' });
    expect(notRun({ annotations: annotations.slice(1) })).toBe(undefined);
    // What went wrong in its tear-down is to be judged.
    expect(notRun({ status: 'failed' })).toBe(undefined);
  });

  test('that misses something is not eligible, with what and why', () => {
    const annotations = [
      { type: 'uat.not-eligible', description: 'grant:policy' },
      { type: 'skip', description: 'no grant' },
    ];

    expect(judgedAs({ status: 'skipped', annotations })).toMatchObject({
      outcome: 'notEligible',
      needs: 'grant:policy',
      reason: 'no grant',
    });
  });

  test.each([
    { annotations: [{ type: 'skip', description: 'later' }], reason: 'later' },
    { annotations: [{ type: 'fixme', description: 'ENG-1' }], reason: 'ENG-1' },
    { annotations: [{ type: 'skip' }], reason: 'no reason given' },
  ])('that was skipped says why: $reason', ({ annotations, reason }) => {
    expect(judgedAs({ status: 'skipped', annotations })).toMatchObject({ reason });
  });
});

describe('a failure', () => {
  const failureOf = (result: Partial<TestResult>) => judgedAs({ status: 'failed', ...result }).failure;

  test.each([
    { message: 'Error: expected 401, got 200\n\n  at a.spec.ts', error: 'expected 401, got 200' },
    { message: '\n\n  TimeoutError: waited 5 s', error: 'waited 5 s' },
    { message: '\u001B[31mError: red\u001B[39m', error: 'red' },
    { message: '', error: 'unknown error' },
  ])('is told in its first line that says something: $error', ({ message, error }) => {
    expect(failureOf({ error: { message } })).toMatchObject({ error });
  });

  test('that was thrown as something else is told too', () => {
    expect(failureOf({ error: { value: "'just a word'" } })).toMatchObject({ error: "'just a word'" });
  });

  test.each([
    { steps: [step('Before Hooks', true), step('After Hooks')], phase: 'setup' },
    { steps: [step('Before Hooks'), step('After Hooks', true)], phase: 'teardown' },
    { steps: [step('Before Hooks'), step('After Hooks')], phase: 'test' },
  ])('has its phase: $phase', ({ steps, phase }) => {
    expect(failureOf({ steps })).toMatchObject({ phase });
  });

  test.each([
    { annotations: [{ type: 'allure.label.layer', description: 'browser' }], layer: 'browser' },
    { annotations: [], layer: 'api' },
  ])('has its layer: $layer', ({ annotations, layer }) => {
    expect(failureOf({ annotations })).toMatchObject({ layer });
  });

  test.each(['configuration', 'infrastructure'])('carries what the fixtures know: %s', (blame) => {
    expect(failureOf({ annotations: [{ type: 'uat.blame', description: blame }] })).toMatchObject({ blame });
  });

  test('carries the role whose credentials were refused', () => {
    expect(failureOf({ annotations: [{ type: 'uat.refused-role', description: 'admin' }] })).toMatchObject({
      refusedRole: 'admin',
    });
  });

  test('carries no blame that nobody knows', () => {
    expect(
      failureOf({ annotations: [{ type: 'uat.blame', description: 'the weather' }] }),
    ).not.toHaveProperty('blame');
  });

  test('names its files from the folder of the run on, and nothing that has no file', () => {
    const attachments = [
      { name: 'trace', contentType: 'application/zip', path: '/staging/attachments/a/trace.zip' },
      { name: 'notes', contentType: 'text/plain', body: Buffer.from('x') },
    ];

    expect(failureOf({ attachments })).toMatchObject({ attachments: ['attachments/a/trace.zip'] });
  });

  test('tells no secret', () => {
    vi.stubEnv('UAT_SECRETS', path.join(scratch, 'secrets'));
    registerSecrets(['hunter2-SECRET']);

    expect(failureOf({ error: { message: 'Error: refused hunter2-SECRET' } })).toMatchObject({
      error: 'refused ***',
    });
  });
});
