import { expect, test } from 'vitest';
import { storedDurations } from './recorded-durations.ts';
import { resultsOf } from './testing/index.ts';

test('only passed results tell how long a test takes', () => {
  const [passed, failed, flaky] = resultsOf('PFR').map((result, at) => ({
    ...result,
    test: 'a',
    seconds: at + 1,
  }));
  if (passed === undefined || failed === undefined || flaky === undefined) throw new Error('three results');

  expect([
    ...storedDurations([passed, failed, flaky, { ...passed, seconds: 9 }, { ...passed, test: 'b' }]),
  ]).toEqual([
    ['a', [1, 9]],
    ['b', [1]],
  ]);
});
