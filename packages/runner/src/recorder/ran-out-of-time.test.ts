import { describe, expect, test } from 'vitest';
import { ranOutOfTime } from './ran-out-of-time.ts';

const visible =
  'Error: \u001B[2mexpect(\u001B[22mlocator\u001B[2m).\u001B[22mtoBeVisible() failed\n\nLocator: getByRole("table")\nExpected: visible\nTimeout: 5000ms\nError: element(s) not found\n\nCall log:\n  - Expect "toBeVisible" with timeout 5000ms';
const named = `the table\n\n${visible.replace('Error: ', '')}`;
const toBe = 'Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 200\nReceived: 401';

describe('an attempt ran out of time', () => {
  test.each([
    { what: 'an expectation on the page', message: visible },
    { what: 'an expectation with words of its own', message: `Error: ${named}` },
    {
      what: 'a text that did not come',
      message:
        'Error: expect(locator).toHaveText(expected) failed\n\nLocator:  locator("p")\nExpected: "on"\nReceived: "off"\nTimeout:  5000ms\n\nCall log:\n  - waiting',
    },
    {
      what: 'a poll',
      message: `${toBe}\n\nCall Log:\n- Timeout 5000ms exceeded while waiting on the predicate`,
    },
    {
      what: 'a block that never passed',
      message: `${toBe}\n\nCall Log:\n- Test timeout of 30000ms exceeded`,
    },
    {
      what: 'an action',
      message: 'TimeoutError: locator.click: Timeout 10000ms exceeded.\nCall log:\n  - waiting for',
    },
    { what: 'a request', message: 'TimeoutError: GET /api/ping got no response within 20 s (request r1)' },
    { what: "a request of OpenAI's client", message: 'Error: Request timed out.' },
  ])('by $what', ({ message }) => {
    expect(ranOutOfTime({ status: 'failed', errors: [{ message }] })).toBe(true);
    expect(ranOutOfTime({ status: 'failed', errors: [{ message }, { message: toBe }] })).toBe(false);
  });

  test('by an error that tells it in other words', () => {
    const errors = [{ message: 'Error: no browser gets in as admin', cause: { message: visible } }];

    expect(ranOutOfTime({ status: 'failed', errors })).toBe(true);
  });

  test('by its own limit, whatever came of taking it down', () => {
    const errors = [{ message: 'Test timeout of 30000ms exceeded.' }, { message: 'Error: page is closed' }];

    expect(ranOutOfTime({ status: 'timedOut', errors })).toBe(true);
  });

  test.each([
    { what: 'a wrong value', message: toBe },
    { what: 'a wrong value that speaks of time', message: `${toBe}\nTimeout: 5000ms` },
    { what: 'a page that left while it was looked at', message: visible.replace('Timeout: 5000ms\n', '') },
    { what: 'an answer that speaks of time', message: 'Error: expected 200, got 504: Request timed out.' },
    { what: 'an error without words', message: undefined },
  ])('not by $what', ({ message }) => {
    expect(ranOutOfTime({ status: 'failed', errors: [message === undefined ? {} : { message }] })).toBe(
      false,
    );
  });

  test('not when it passed', () => {
    expect(ranOutOfTime({ status: 'passed', errors: [] })).toBe(false);
  });
});
