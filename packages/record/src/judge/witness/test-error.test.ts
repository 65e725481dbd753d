import { expect, test } from 'vitest';
import { testError } from './test-error.ts';

test.each([
  { error: 'ReferenceError: modle is not defined\n    at /suites/a.spec.ts:3:5', is: 'certain' },
  {
    error:
      'TypeError: expect(received).toBeCloseTo(expected)\n\nMatcher error: expected value must be a number',
    is: 'certain',
  },
  { error: 'TypeError: Assignment to constant variable.', is: 'certain' },
  { error: "Error: expect: Property 'toSucced' not found.", is: 'certain' },
  {
    error:
      'Error: expect(received).toBeGreaterThan(expected)\n\nMatcher error: expected value must be a number or bigint',
    is: 'certain',
  },
  { error: 'TypeError: anyone.pong is not a function', is: 'likely' },
  { error: "TypeError: Cannot read properties of undefined (reading 'id')", is: 'likely' },
  { error: 'TypeError: answer is not iterable', is: 'likely' },
  // What a request or an expectation says is not the test's.
  {
    error:
      'Error: expect(received).toHaveLength(expected)\n\nMatcher error: received value must have a length property',
    is: undefined,
  },
  { error: 'TypeError: fetch failed', is: undefined },
  { error: 'TypeError: terminated', is: undefined },
  { error: 'Error: page.evaluate: TypeError: x is not a function', is: undefined },
  { error: 'SyntaxError: Unexpected token \'<\', "<html>" is not valid JSON', is: undefined },
  { error: 'Error: expected 401, got 200: TypeError: x is not a function', is: undefined },
  { error: 'expected 401, got 200 from GET /api/auth/users/me', is: undefined },
])('$error: $is', ({ error, is }) => {
  expect(testError(error)).toBe(is);
});
