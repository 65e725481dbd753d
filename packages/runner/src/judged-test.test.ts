import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { registerSecrets } from '@uat/config';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { judgedTest } from './judged-test.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-judged-'));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rmSync(scratch, { recursive: true }));

/** How an attempt is judged of which only these facts matter, after `earlier` ones of the same test. */
function judgedAs(
  change: Partial<TestResult>,
  spec: Partial<TestCase> = {},
  earlier: Partial<TestResult>[] = [],
) {
  const rest = { duration: 1_500, annotations: [], steps: [], attachments: [], errors: [] };
  const result = { ...rest, retry: earlier.length, ...change };
  const results = [...earlier, result];
  const given = { expectedStatus: 'passed', annotations: [], ...spec, results };
  return judgedTest('authnz/a#b', given as unknown as TestCase, result as TestResult, '/staging');
}

describe('an attempt at a test', () => {
  test.each([
    { what: 'that passed', result: { status: 'passed' }, outcome: 'passed' },
    { what: 'that failed', result: { status: 'failed' }, outcome: 'failed' },
    { what: 'that took too long', result: { status: 'timedOut' }, outcome: 'failed' },
    { what: 'that was skipped', result: { status: 'skipped' }, outcome: 'skipped' },
  ] as const)('$what is $outcome', ({ result, outcome }) => {
    expect(judgedAs(result)).toMatchObject({ event: 'judged', id: 'authnz/a#b', seconds: 1.5, outcome });
  });

  test.each([
    { earlier: ['failed'], outcome: 'flaky' },
    { earlier: ['timedOut'], outcome: 'flaky' },
    { earlier: ['failed', 'skipped'], outcome: 'flaky' },
    // Tried again because a test of its group failed, not because it did.
    { earlier: ['passed'], outcome: 'passed' },
    { earlier: ['skipped'], outcome: 'passed' },
    { earlier: ['interrupted'], outcome: 'passed' },
  ] as const)('that passed after $earlier is $outcome', ({ earlier, outcome }) => {
    const attempts = earlier.map((status) => ({ status }));

    expect(judgedAs({ status: 'passed' }, {}, attempts)).toMatchObject({ outcome });
  });

  test.each([
    { what: 'fails', status: 'failed', errors: [{ message: 'Error: broken' }], error: 'broken' },
    {
      what: 'passes',
      status: 'passed',
      errors: [],
      error: 'the test was expected to fail and passed',
    },
  ])('that is marked to fail keeps no promise when it $what', ({ status, errors, error }) => {
    expect(
      judgedAs({ status: status as TestResult['status'], errors }, { expectedStatus: 'failed' }),
    ).toMatchObject({
      outcome: 'failed',
      failure: { error },
    });
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
    expect(judgedAs({ status: 'skipped' }, { annotations }), 'in the spec').toMatchObject({ reason });
  });
});

test('the reason of a skip tells no secret', () => {
  vi.stubEnv('UAT_SECRETS', path.join(scratch, 'secrets'));
  registerSecrets(['hunter2-SECRET']);
  const annotations = [{ type: 'skip', description: 'hunter2-SECRET is refused' }];

  expect(judgedAs({ status: 'skipped', annotations })).toMatchObject({ reason: '*** is refused' });
});

describe('a failure', () => {
  const failureOf = (result: Partial<TestResult>) => judgedAs({ status: 'failed', ...result }).failure;

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

  test('tells no secret in the name of a file', () => {
    vi.stubEnv('UAT_SECRETS', path.join(scratch, 'secrets'));
    registerSecrets(['hunter2-SECRET']);
    const attachments = [
      { name: 'a', contentType: 'text/plain', path: '/staging/a/seen-hunter2-SECRET.txt' },
    ];

    expect(failureOf({ attachments })).toMatchObject({ attachments: ['a/seen-redacted.txt'] });
  });

  test('tells no secret, and no part of one that its headline cuts off', () => {
    vi.stubEnv('UAT_SECRETS', path.join(scratch, 'secrets'));
    registerSecrets(['hunter2-SECRET']);

    expect(failureOf({ errors: [{ message: 'Error: refused hunter2-SECRET' }] })?.error).toBe('refused ***');
    expect(failureOf({ errors: [{ message: `${'x'.repeat(290)} hunter2-SECRET` }] })?.error).not.toContain(
      'hunter2',
    );
  });
});
