import type { TestError, TestResult } from '@playwright/test/reporter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headline } from './headline.ts';

/** The headline of an attempt that ended with these errors, in these steps. */
function headlineOf(errors: (string | TestError)[], steps: object[] = []): string {
  const told = errors.map((error) => (typeof error === 'string' ? { message: error } : error));
  return headline({ errors: told, steps: steps as TestResult['steps'] });
}

const toBe = 'expect(received).toBe(expected) // Object.is equality';
const failed = (title: string, category = 'expect') => ({
  title,
  category,
  error: { message: title },
  steps: [],
});

describe('the headline of a failed matcher', () => {
  test.each([
    { message: `Error: ${toBe}\n\nExpected: 200\nReceived: 401`, said: 'expected 200, got 401' },
    { message: 'Error: expect(received).not.toBe(expected)\n\nExpected: not 200', said: 'expected not 200' },
    {
      message:
        'Error: expect(received).toContain(expected) // indexOf\n\nExpected substring: "moon"\nReceived string:    "sun"',
      said: 'expected substring "moon", got "sun"',
    },
    {
      message:
        'Error: expect(received).toHaveLength(expected)\n\nExpected length: 3\nReceived length: 2\nReceived array:  [1, 2]',
      said: 'expected length 3, got 2',
    },
    {
      message:
        'Error: expect(received).toHaveProperty(path, value)\n\nExpected path: "a"\n\nExpected value: 2\nReceived value: 1',
      said: 'expected value 2, got 1',
    },
    {
      message: 'Error: expect(received).toBeGreaterThan(expected)\n\nExpected: > 2\nReceived:   1',
      said: 'expected > 2, got 1',
    },
    { message: 'Error: expect(received).toBeTruthy()\n\nReceived: 0', said: 'expected 0 to be truthy' },
    {
      message: 'Error: expect(received).not.toBeNull()\n\nReceived: null',
      said: 'expected null not to be null',
    },
    { message: 'Error: expect(received).toBeNaN()\n\nReceived: 1', said: 'expected 1 to be NaN' },
    {
      message: 'Error: expect(received).toThrow()\n\nReceived function did not throw',
      said: 'expected it to throw: Received function did not throw',
    },
    {
      message:
        'Error: expect(received).resolves.toBe()\n\nReceived promise rejected instead of resolved\nRejected to value: [Error: boom]',
      said: 'expected it to be: Received promise rejected instead of resolved, Rejected to value: [Error: boom]',
    },
    {
      message:
        'Error: expect(received).toEqual(expected) // deep equality\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n    "a": 1,\n    "b": Object {\n      "c": Array [\n        1,\n-       5,\n+       2,\n      ],\n    },\n  }',
      said: 'expected 5, got 2 at b.c',
    },
    {
      message:
        'Error: expect(received).toMatchObject(expected)\n\n- Expected  - 1\n+ Received  + 0\n\n  Object {\n-   "status": 200,\n  }',
      said: 'expected "status": 200, got nothing',
    },
    {
      message:
        'Error: expect(locator).toBeVisible() failed\n\nLocator:  locator(\'h1\')\nExpected: visible\nReceived: hidden\nTimeout:  700ms\n\nCall log:\n  - Expect "toBeVisible"',
      said: "expected locator('h1') to be visible, got hidden",
    },
    {
      message:
        'Error: expect(locator).toHaveText(expected) failed\n\nLocator: locator(\'em\')\nExpected: "Good bye"\nTimeout: 700ms\nError: element(s) not found\n',
      said: 'expected locator(\'em\') to have text "Good bye", but element(s) not found',
    },
    {
      message:
        'Error: expect(locator).not.toContainText(expected) failed\n\nLocator: locator(\'p\')\nExpected substring: not "Hello"\nReceived string: "Hello there"',
      said: 'expected locator(\'p\') not to contain text "Hello", got "Hello there"',
    },
    {
      message: 'Error: expect(page).toHaveTitle(expected) failed\n\nExpected: "Models"\nReceived: "Console"',
      said: 'expected the page to have title "Models", got "Console"',
    },
    {
      message: `Error: ${toBe}\n\nExpected: "${'x'.repeat(500)}"\nReceived: 1`,
      said: `expected "${'x'.repeat(98)}…, got 1`,
    },
  ])('$said', ({ message, said }) => {
    expect(headlineOf([message])).toBe(said);
  });

  test('has no colours', () => {
    const message =
      'Error: \u001B[2mexpect(\u001B[22m\u001B[31mreceived\u001B[39m\u001B[2m).\u001B[22mtoBe\u001B[2m(\u001B[22m\u001B[32mexpected\u001B[39m\u001B[2m) // Object.is equality\u001B[22m\n\nExpected: \u001B[32m200\u001B[39m\nReceived: \u001B[31m401\u001B[39m';

    expect(headlineOf([message])).toBe('expected 200, got 401');
  });

  test.each([
    {
      message: `Error: the status\n\n${toBe}\n\nExpected: 200\nReceived: 401`,
      said: 'the status: expected 200, got 401',
    },
    {
      message: `Error: the status\n\nthe status\n\n${toBe}\n\nExpected: 2\nReceived: 1`,
      said: 'the status: expected 2, got 1',
    },
    {
      message: 'Error: the status\n\nexpected 401, got 200 from GET /api/x',
      said: 'the status: expected 401, got 200 from GET /api/x',
    },
  ])('begins with what the spec calls it: $said', ({ message, said }) => {
    expect(headlineOf([message], [failed('the status')])).toBe(said);
  });
});

describe('the headline of a call that failed', () => {
  test.each([
    {
      message:
        "TimeoutError: locator.click: Timeout 900ms exceeded.\nCall log:\n  - waiting for getByRole('button')\n    - locator resolved to <button disabled>Go</button>\n  - attempting click action\n    - element is not enabled\n",
      said: "locator.click: Timeout 900ms exceeded waiting for getByRole('button') (element is not enabled)",
    },
    {
      message:
        'Error: page.goto: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:9/\nCall log:\n  - navigating to "http://127.0.0.1:9/"',
      said: 'page.goto: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:9/',
    },
  ])('$said', ({ message, said }) => {
    expect(headlineOf([message])).toBe(said);
  });
});

describe('the headline of a time-out', () => {
  const timeout = 'Test timeout of 2500ms exceeded.';

  test.each([
    {
      what: 'the call that waited',
      errors: [
        timeout,
        "Error: locator.click: Test timeout of 2500ms exceeded.\nCall log:\n  - waiting for locator('a')",
      ],
      steps: [],
      said: "Test timeout of 2500ms exceeded: locator.click: Test timeout of 2500ms exceeded waiting for locator('a')",
    },
    {
      what: 'the step that waited',
      errors: [timeout],
      steps: [failed('waits for the model', 'test.step')],
      said: 'Test timeout of 2500ms exceeded: waits for the model',
    },
    {
      what: 'nothing that is not known',
      errors: [timeout],
      steps: [],
      said: 'Test timeout of 2500ms exceeded.',
    },
    {
      what: 'what Playwright says',
      errors: ['Test timeout of 9ms exceeded while setting up "page".'],
      steps: [],
      said: 'Test timeout of 9ms exceeded while setting up "page".',
    },
  ])('tells $what', ({ errors, steps, said }) => {
    expect(headlineOf(errors, steps)).toBe(said);
  });
});

describe('the headline of other errors', () => {
  test.each([
    {
      error: 'Error: expected 401, got 200 from GET /api/x\n\n  at a.spec.ts',
      said: 'expected 401, got 200 from GET /api/x',
    },
    { error: '\n\n  TimeoutError: waited 5 s', said: 'waited 5 s' },
    {
      error: 'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n',
      said: 'Expected values to be strictly equal: 1 !== 2',
    },
    {
      error: { message: 'TypeError: fetch failed', cause: { message: 'Error: connect ECONNREFUSED' } },
      said: 'fetch failed: connect ECONNREFUSED',
    },
    { error: { value: "'just a word'" }, said: "'just a word'" },
    { error: '', said: 'unknown error' },
  ])('is their first line that says something: $said', ({ error, said }) => {
    expect(headlineOf([error])).toBe(said);
  });

  test('counts the others', () => {
    expect(headlineOf(['Error: one', 'Error: two'])).toBe('one (and 1 more failure)');
    expect(headlineOf([`Error: ${toBe}\n\nExpected: 1\nReceived: 2`, 'b', 'c'])).toBe(
      'expected 1, got 2 (and 2 more failures)',
    );
    expect(headlineOf([`Error: ${'x'.repeat(400)}`, 'b'])).toMatch(/x… \(and 1 more failure\)$/);
  });

  test('is one line of no more than 300 characters, whatever they say', () => {
    const line = fc.constantFrom(
      toBe,
      'Expected: 1',
      'Received: 2',
      'Locator: a',
      '- Expected  - 1',
      '+ Received  + 1',
      '- a',
      '+ b',
      '',
      'Call log:',
      'a.b: c',
    );
    const message = fc
      .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 400 })))
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), (messages) => {
        const said = headlineOf(messages);

        expect(said).not.toMatch(/\n|^$/);
        expect(said.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
