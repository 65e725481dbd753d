import { describe, expect, test } from 'vitest';
import type { StopCondition } from '@uat/record';
import { isAboutFault, meetsStopCondition } from './stop-condition.ts';

const stopOn: StopCondition = { fault: 'A4', except: [] };
const failed = { id: 'authnz/tokens#a', title: 'a', catches: ['A4'], error: 'expected 401, got 200' };
const symptom = { source: 'answered 5\\d\\d', flags: 'gi' };

describe('a failed test is about a fault', () => {
  test.each([
    { what: 'that it names', failure: {}, about: true },
    { what: 'that it names beside others', failure: { catches: ['A1', 'A4'] }, about: true },
    { what: 'of which it names another', failure: { catches: ['A40', 'A4b'] }, about: false },
    { what: 'of which it names none', failure: { catches: [] }, about: false },
  ])('$what: $about', ({ failure, about }) => {
    expect(isAboutFault(stopOn, { ...failed, ...failure })).toBe(about);
  });

  test('whose symptom it shows, each time that it is asked', () => {
    const shows = { catches: [], error: 'GET /api/models ANSWERED 502' };

    expect([1, 2, 3].map(() => isAboutFault({ fault: 'A4', symptom }, shows))).toEqual([true, true, true]);
    expect(isAboutFault({ fault: 'A4', symptom }, { ...shows, error: 'answered 404' })).toBe(false);
  });
});

describe('a failed test meets the stop condition', () => {
  test.each([
    { what: 'when any will do', change: {}, found: true },
    { what: 'when it is the test', change: { test: 'a' }, found: true },
    { what: 'when it is another test', change: { test: 'b' }, found: false },
    {
      what: 'when it is red on a clean platform, too',
      change: { except: ['authnz/tokens#a'] },
      found: false,
    },
    { what: 'when another one is', change: { except: ['authnz/tokens#b'] }, found: true },
    { what: 'when it is about something else', change: { fault: 'A5' }, found: false },
  ])('$what: $found', ({ change, found }) => {
    expect(meetsStopCondition({ ...stopOn, ...change }, failed)).toBe(found);
  });
});
