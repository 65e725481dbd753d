import { expect, test } from 'vitest';
import { passwordProblem } from './password-problem.ts';

test('twelve characters are enough, whatever they are', () => {
  expect(passwordProblem('aaaaaaaaaaaa')).toBeNull();
});

test('a shorter password says how much is missing', () => {
  expect(passwordProblem('aaaaaaaaaaa')).toBe('1 character short: a password has at least 12.');
  expect(passwordProblem('')).toBe('12 characters short: a password has at least 12.');
});
