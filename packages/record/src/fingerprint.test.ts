import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test.each([
  [
    'user 0f8fad5b-d9cb-469f-a165-70867728950e is still there',
    'user 7c9e6679-7425-40de-944b-e07fc1f90ae7 is still there',
  ],
  ['http://127.0.0.1:41233 cannot be reached', 'http://127.0.0.1:39111 cannot be reached'],
  ['no answer within 5000 ms', 'no answer within 4999 ms'],
  ['took 3.1 s', 'took 12 s'],
  ['user uat-20261122-1831-k3f9-a was found', 'user uat-20261130-0901-zz10-a was found'],
  ['expires at 2026-11-22T18:31:07.120Z', 'expires at 2026-11-30T09:00:00Z'],
])('%s and %s are one error', (one, other) => {
  expect(fingerprint(one)).toBe(fingerprint(other));
});

test.each([
  ['expected 401, got 200', 'expected 401, got 500'],
  ['expected 3 tokens, got 2', 'expected 3 tokens, got 4'],
  ['GET /api/auth/users/me', 'GET /api/auth/users'],
])('%s and %s are two', (one, other) => {
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});
