import { expect, test } from 'vitest';
import { resultsOf } from '../testing/index.ts';
import { consistentFailure } from './consistent-failure.ts';

test.each([
  { pattern: 'PPFF', consistent: true },
  { pattern: 'PPFIF', consistent: true },
  { pattern: 'PPFNF', consistent: true },
  { pattern: 'FPF', consistent: false },
  { pattern: 'FRF', consistent: false },
  { pattern: 'RR', consistent: false },
  { pattern: 'F', consistent: false },
  { pattern: '', consistent: false },
])('$pattern is a consistent failure: $consistent', ({ pattern, consistent }) => {
  expect(consistentFailure(resultsOf(pattern), 'nightly')).toBe(consistent);
});

test('a pass in another lane does not come between', () => {
  const elsewhere = resultsOf('NP', { lane: 'cd', hours: 3 }).map((one) => ({
    ...one,
    runId: `cd-${one.runId}`,
  }));

  expect(consistentFailure([...resultsOf('FF'), ...elsewhere], 'nightly')).toBe(true);
});
