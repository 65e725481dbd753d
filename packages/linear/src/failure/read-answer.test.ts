import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LinearError } from './linear-error.ts';
import type { FailureReason } from './failure.ts';
import { networkFailure } from './network-failure.ts';
import { readAnswer } from './read-answer.ts';

const now = Date.parse('2026-12-01T09:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readAnswer(
    {
      status,
      headers: new Headers({ date: new Date(now).toUTCString(), ...headers }),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    now,
  );
const error = (message: string, extensions: Record<string, unknown> = {}) => ({
  errors: [{ message, extensions }],
});
const input = { code: 'INPUT_ERROR', type: 'invalid input', statusCode: 400, userError: true };

const table: readonly [string, number, unknown, FailureReason, 'no' | 'unknown'][] = [
  [
    'a rate limit as documented',
    400,
    error('Rate limit exceeded', { code: 'RATELIMITED' }),
    'rate-limited',
    'no',
  ],
  ['a rate limit with its type', 400, error('x', { type: 'ratelimited' }), 'rate-limited', 'no'],
  ['a rate limit told by statusCode', 400, error('x', { statusCode: 429 }), 'rate-limited', 'no'],
  ['a rate limit of a proxy', 429, 'Too Many Requests', 'rate-limited', 'no'],
  [
    'a rate limit among other errors',
    400,
    {
      errors: [
        { message: 'a', extensions: input },
        { message: 'b', extensions: { code: 'RATELIMITED' } },
      ],
    },
    'rate-limited',
    'no',
  ],
  ['an outage as HTML', 503, '<html>down</html>', 'unavailable', 'unknown'],
  ['a proxy’s page with 200', 200, '<html>welcome</html>', 'unavailable', 'unknown'],
  ['an empty body', 200, '', 'unavailable', 'unknown'],
  ['truncated JSON', 200, '{"data": {"iss', 'unavailable', 'unknown'],
  [
    'an internal error with 500',
    500,
    error('x', { code: 'INTERNAL_SERVER_ERROR' }),
    'unavailable',
    'unknown',
  ],
  [
    'an internal error with 200',
    200,
    { data: null, ...error('x', { type: 'internal error' }) },
    'unavailable',
    'unknown',
  ],
  [
    'a lock that was not acquired',
    200,
    { data: null, ...error('x', { type: 'lock timeout' }) },
    'unavailable',
    'unknown',
  ],
  ['a wrong token', 401, error('x', { code: 'AUTHENTICATION_ERROR' }), 'authentication', 'no'],
  ['a wrong token told with 400', 400, error('x', { type: 'authentication error' }), 'authentication', 'no'],
  ['a wrong token without JSON', 401, 'Unauthorized', 'authentication', 'no'],
  ['a missing scope', 403, error('x', { code: 'FORBIDDEN' }), 'forbidden', 'no'],
  [
    'a missing scope reported with 200',
    200,
    { data: null, ...error('x', { type: 'forbidden' }) },
    'forbidden',
    'no',
  ],
  ['a feature of another plan', 400, error('x', { type: 'feature not accessible' }), 'forbidden', 'no'],
  ['a limit of the plan', 400, error('x', { type: 'usage limit exceeded' }), 'usage-limit', 'no'],
  [
    'a missing entity with 200',
    200,
    { data: null, ...error('Entity not found: Issue', input) },
    'not-found',
    'no',
  ],
  [
    'a missing entity with a user-presentable message',
    400,
    error('x', { ...input, userPresentableMessage: 'Could not find referenced Comment.' }),
    'not-found',
    'no',
  ],
  ['an id in use', 400, error('duplicate key value violates unique constraint', input), 'duplicate-id', 'no'],
  ['an id in use, told as conflict', 409, error('x'), 'duplicate-id', 'no'],
  ['a query that costs too much', 400, error('Query too complex', input), 'too-complex', 'no'],
  ['refused input', 400, error('Argument Validation Error', input), 'invalid-input', 'no'],
  ['refused input with 200', 200, { data: null, ...error('x', input) }, 'invalid-input', 'no'],
  [
    'a document that does not validate',
    400,
    error('Cannot query field', { code: 'GRAPHQL_VALIDATION_FAILED' }),
    'invalid-input',
    'no',
  ],
  [
    'data together with an error',
    200,
    { data: { issue: { id: '1' } }, ...error('x') },
    'unexpected-answer',
    'unknown',
  ],
  ['success: false', 200, { data: { issueUpdate: { success: false } } }, 'refused', 'no'],
  ['JSON without data', 200, {}, 'unexpected-answer', 'unknown'],
  ['null data', 200, { data: null }, 'unexpected-answer', 'unknown'],
  ['an address that is not an API', 404, 'Not Found', 'unexpected-answer', 'unknown'],
];

describe('an answer', () => {
  test.each(table)('%s', (_case, status, body, reason, applied) => {
    expect(answer(status, body)).toMatchObject({ kind: 'failure', failure: { reason, applied, status } });
  });

  test('with data is data', () => {
    expect(answer(200, { data: { viewer: { id: '1' } } })).toEqual({
      kind: 'data',
      data: { viewer: { id: '1' } },
    });
  });

  test('with an empty list of errors is data', () => {
    expect(answer(200, { data: { a: { success: true } }, errors: [] })).toMatchObject({ kind: 'data' });
  });

  test('says how long a rate limit lasts, according to the exhausted allowance', () => {
    const headers = {
      'x-ratelimit-requests-limit': '5000',
      'x-ratelimit-requests-remaining': '0',
      'x-ratelimit-requests-reset': String(now + 90_000),
      'x-ratelimit-complexity-limit': '2000000',
      'x-ratelimit-complexity-remaining': '5',
      'x-ratelimit-complexity-reset': String(now + 900_000),
    };

    expect(answer(400, error('x', { code: 'RATELIMITED' }), headers)).toMatchObject({
      failure: { waitMs: 90_000 },
    });
    expect(answer(429, '', { 'retry-after': '7' })).toMatchObject({ failure: { waitMs: 7_000 } });
    expect(answer(503, '', { 'retry-after': new Date(now + 5_000).toUTCString() })).toMatchObject({
      failure: { waitMs: 5_000 },
    });
  });

  test('distinguishes a limit on one endpoint from one on all', () => {
    const endpoint = {
      'x-ratelimit-endpoint-name': 'issueCreate',
      'x-ratelimit-endpoint-requests-limit': '10',
      'x-ratelimit-endpoint-requests-remaining': '0',
      'x-ratelimit-endpoint-requests-reset': String(now + 60_000),
    };

    expect(answer(400, error('x', { code: 'RATELIMITED' }), endpoint)).toMatchObject({
      failure: { endpointOnly: true, waitMs: 60_000 },
    });
  });

  test('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(['data', 'failure']).toContain(answer(status, body).kind);
      }),
    );
  });
});

test('no error carries ticket text, the query, the variables or Linear’s message', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 40 }).filter((text) => /\w{8}/.test(text)),
      fc.constantFrom(200, 400, 403, 500),
      (secret, status) => {
        const told = answer(status, {
          data: { issue: { title: `SECRET ${secret}` } },
          errors: [
            {
              message: `Variable "$input" got invalid value { title: "SECRET ${secret}" }`,
              extensions: {
                code: `SECRET ${secret} 1`,
                type: `SECRET-${secret}`,
                userPresentableMessage: `SECRET ${secret}`,
              },
            },
          ],
        });
        if (told.kind !== 'failure') throw new Error('an answer with errors is a failure');
        const thrown = new LinearError('MoveIssue', told.failure, now);
        const shown = `${inspect(thrown, { depth: 9, showHidden: true })}${JSON.stringify(thrown)}${thrown.stack}`;

        expect(shown).not.toContain('SECRET');
      },
    ),
  );
});

test.each([
  [
    'a refused connection was never sent',
    Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }),
    'no',
  ],
  [
    'a broken connection may have carried out the call',
    Object.assign(new TypeError('x'), { cause: { code: 'ECONNRESET' } }),
    'unknown',
  ],
  ['an unknown error may have been carried out', new Error('x'), 'unknown'],
])('%s', (_case, thrown, applied) => {
  expect(networkFailure(thrown)).toMatchObject({ reason: 'network', applied });
});
