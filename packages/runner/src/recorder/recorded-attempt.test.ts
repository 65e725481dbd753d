import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { keepSecretsIn, registerSecrets } from '@uat/config';
import type { Attempt } from '@uat/record';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { recordedAttempt } from './recorded-attempt.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-judged-'));
afterEach(() => keepSecretsIn(undefined));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What is recorded of an attempt of which only these facts matter. */
function recorded(change: Partial<TestResult>, spec: Partial<TestCase> = {}) {
  const rest = { duration: 1_500, annotations: [], steps: [], attachments: [], errors: [], retry: 0 };
  const result = { ...rest, parallelIndex: 0, startTime: new Date('2026-11-22T18:31:07.120Z'), ...change };
  const given = { expectedStatus: 'passed', annotations: [], results: [], ...spec };
  return recordedAttempt('authnz/a#b', given as unknown as TestCase, result as TestResult, '/staging');
}

describe('an attempt at a test', () => {
  test('says when it began, how long it took, where and as which attempt it ran', () => {
    expect(recorded({ status: 'passed', retry: 1, parallelIndex: 3 })).toEqual({
      ...{ event: 'attempt', id: 'authnz/a#b', status: 'passed', index: 1, worker: 3, ms: 1_500 },
      ...{ startedAt: '2026-11-22T18:31:07.120Z', steps: [], attachments: [] },
    });
  });

  test.each(['failed', 'timedOut'] as const)('that %s says why', (status) => {
    const errors = [{ message: 'Error: broken', stack: '\u001B[31mError: broken\u001B[0m\n    at a.ts:1' }];

    expect(recorded({ status, errors })).toMatchObject({
      status,
      error: { message: 'broken', stack: 'Error: broken\n    at a.ts:1', fingerprint: expect.any(String) },
    });
  });

  test('names its uppermost steps', () => {
    const steps = [{ title: 'Before Hooks', duration: 12, error: { message: 'no' }, steps: [] }];

    expect(recorded({ status: 'passed', steps } as unknown as Partial<TestResult>)).toMatchObject({
      steps: [{ title: 'Before Hooks', ms: 12, failed: true }],
    });
  });

  test('behind a failure did not run', () => {
    const group = { type: 'file', allTests: () => [] };

    expect(recorded({ status: 'skipped' }, { parent: group } as unknown as Partial<TestCase>)).toMatchObject({
      status: 'notRun',
      reason: 'its worker ended before it began',
    });
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
      recorded({ status: status as TestResult['status'], errors }, { expectedStatus: 'failed' }),
    ).toMatchObject({
      status: 'failed',
      error: { message: error },
    });
  });

  test('that misses something is not eligible, with what and why', () => {
    const annotations = [
      { type: 'uat.not-eligible', description: 'grant:policy' },
      { type: 'skip', description: 'no grant' },
    ];

    expect(recorded({ status: 'skipped', annotations })).toMatchObject({
      event: 'ineligible',
      requires: 'grant:policy',
      reason: 'no grant',
    });
  });

  test.each([
    { annotations: [{ type: 'skip', description: 'later' }], reason: 'later' },
    { annotations: [{ type: 'fixme', description: 'ENG-1' }], reason: 'ENG-1' },
    { annotations: [{ type: 'skip' }], reason: 'no reason given' },
  ])('that was skipped says why: $reason', ({ annotations, reason }) => {
    expect(recorded({ status: 'skipped', annotations })).toMatchObject({ reason });
    expect(recorded({ status: 'skipped' }, { annotations }), 'in the spec').toMatchObject({ reason });
  });
});

test('the reason of a skip tells no secret', () => {
  keepSecretsIn(path.join(scratch, 'secrets'));
  registerSecrets(['hunter2-SECRET']);
  const annotations = [{ type: 'skip', description: 'hunter2-SECRET is refused' }];

  expect(recorded({ status: 'skipped', annotations })).toMatchObject({ reason: '*** is refused' });
});

describe('a failure', () => {
  const failureOf = (result: Partial<TestResult>) => recorded({ status: 'failed', ...result }) as Attempt;

  test.each([
    { annotations: [{ type: 'allure.label.layer', description: 'browser' }], layer: 'browser' },
    { annotations: [], layer: 'api' },
  ])('has its layer: $layer', ({ annotations, layer }) => {
    expect(failureOf({ annotations })).toMatchObject({ layer });
  });

  test.each(['configuration', 'infrastructure'])('carries what the fixtures know: %s', (cause) => {
    expect(failureOf({ annotations: [{ type: 'uat.blame', description: cause }] })).toMatchObject({ cause });
  });

  test('carries the role whose credentials were refused', () => {
    expect(failureOf({ annotations: [{ type: 'uat.refused-role', description: 'admin' }] })).toMatchObject({
      refusedRole: 'admin',
    });
  });

  test('carries no unknown cause', () => {
    expect(
      failureOf({ annotations: [{ type: 'uat.blame', description: 'the weather' }] }),
    ).not.toHaveProperty('cause');
  });

  test('names its files from the folder of the run on, and nothing that has no file', () => {
    const attachments = [
      { name: 'trace', contentType: 'application/zip', path: '/staging/attachments/a/trace.zip' },
      { name: 'notes', contentType: 'text/plain', body: Buffer.from('x') },
    ];

    expect(failureOf({ attachments })).toMatchObject({ attachments: ['attachments/a/trace.zip'] });
  });

  test('tells no secret in the name of a file', () => {
    keepSecretsIn(path.join(scratch, 'secrets'));
    registerSecrets(['hunter2-SECRET']);
    const attachments = [
      { name: 'a', contentType: 'text/plain', path: '/staging/a/seen-hunter2-SECRET.txt' },
    ];

    expect(failureOf({ attachments })).toMatchObject({ attachments: ['a/seen-redacted.txt'] });
  });

  test('tells no secret, and no part of one that its headline cuts off', () => {
    keepSecretsIn(path.join(scratch, 'secrets'));
    registerSecrets(['hunter2-SECRET']);

    expect(failureOf({ errors: [{ message: 'Error: refused hunter2-SECRET' }] }).error?.message).toBe(
      'refused ***',
    );
    expect(
      failureOf({ errors: [{ message: `${'x'.repeat(290)} hunter2-SECRET` }] }).error?.message,
    ).not.toContain('hunter2');
  });
});
