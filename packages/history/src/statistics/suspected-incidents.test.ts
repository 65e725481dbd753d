import { expect, test } from 'vitest';
import { resultsOf } from '../testing/index.ts';
import { suspectedIncidents } from './suspected-incidents.ts';

/** Results of several tests with the same pattern. */
const tests = (count: number, pattern: string) =>
  Array.from({ length: count }, (_, index) => resultsOf(pattern, { test: `a/b#${pattern}-${index}` })).flat();

test('a run with ten failing tests is a suspected incident, one with nine is not', () => {
  expect(suspectedIncidents([...tests(9, 'PPF'), ...tests(1, 'PFF')])).toEqual(new Map([['r3', 10]]));
});

test('a recovery on retry counts as failing, an infrastructure failure does not', () => {
  expect(suspectedIncidents([...tests(9, 'PPF'), ...tests(1, 'PPR')])).toEqual(new Map([['r3', 10]]));
  expect(suspectedIncidents([...tests(9, 'PPF'), ...tests(1, 'PPI')])).toEqual(new Map());
});

test('the only run of a context can be one', () => {
  expect(suspectedIncidents(tests(12, 'F'))).toEqual(new Map([['r1', 12]]));
});

test('the usual number of failing tests is none', () => {
  expect(suspectedIncidents(tests(12, 'FFFFF'))).toEqual(new Map());
});
