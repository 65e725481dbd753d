import type { TestResult } from '@playwright/test/reporter';
import { expect, test } from 'vitest';
import { failurePhase } from './failure-phase.ts';

const body = { message: 'Error: expected 401, got 200', stack: 'at the body' };
const hook = { message: 'Error: the clean-up fails as well', stack: 'at the hook' };

const step = (title: string, error?: typeof body) => ({ title, error }) as TestResult['steps'][number];

test.each([
  { what: 'a hook before the body', before: hook, after: undefined, errors: [hook], phase: 'setup' },
  { what: 'a hook before, then one behind', before: hook, after: body, errors: [hook, body], phase: 'setup' },
  { what: 'the body', before: undefined, after: undefined, errors: [body], phase: 'test' },
  {
    what: 'the body, then a hook behind it',
    before: undefined,
    after: hook,
    errors: [body, hook],
    phase: 'test',
  },
  { what: 'a hook behind the body', before: undefined, after: hook, errors: [hook], phase: 'teardown' },
  {
    what: 'the body and the hook behind it with the same words',
    before: undefined,
    after: { ...hook, message: body.message },
    errors: [body, { ...hook, message: body.message }],
    phase: 'test',
  },
  { what: 'nothing that was recorded', before: undefined, after: undefined, errors: [], phase: 'test' },
])('an error of $what is of the phase $phase', ({ before, after, errors, phase }) => {
  const steps = [step('Before Hooks', before), step('expect.toBe'), step('After Hooks', after)];

  expect(failurePhase({ steps, errors } as unknown as TestResult)).toBe(phase);
});

test('an error of a worker fixture behind the last test is of the tear-down', () => {
  const steps = [step('Before Hooks'), step('After Hooks'), step('Worker Cleanup', hook)];

  expect(failurePhase({ steps, errors: [hook] } as unknown as TestResult)).toBe('teardown');
});
