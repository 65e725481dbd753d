import { expect, test } from 'vitest';
import { afterWorkingDays } from './working-days.ts';

test.each([
  ['2026-12-14T09:30:00.000Z', 2, '2026-12-16T09:30:00.000Z'],
  // Friday, Saturday
  ['2026-12-18T17:00:00.000Z', 1, '2026-12-21T17:00:00.000Z'],
  ['2026-12-19T12:00:00.000Z', 1, '2026-12-21T12:00:00.000Z'],
  ['2026-12-17T09:00:00.000Z', 3, '2026-12-22T09:00:00.000Z'],
  ['2026-12-14T09:00:00.000Z', 0.5, '2026-12-14T21:00:00.000Z'],
])('%s and %s working days is %s', (from, days, to) => {
  expect(new Date(afterWorkingDays(Date.parse(from), days)).toISOString()).toBe(to);
});
