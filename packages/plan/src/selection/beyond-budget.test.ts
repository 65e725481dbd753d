import type { PlannedTest } from '@uat/record';
import { planned } from '@uat/record/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beyondBudget } from './beyond-budget.ts';

const tests = Array.from({ length: 10 }, (_, at) => planned(`a/b#${at}`));
/** Each test takes a second, after two of set-up. */
const split = (some: readonly PlannedTest[]) => ({ makespan: some.length === 0 ? 0 : 2 + some.length });

test('what would not end in time is left out, the least valuable first', () => {
  expect(beyondBudget(tests, 10, split)).toEqual([
    { id: 'a/b#8', by: 'budget', reason: 'it would not end within the budget of 10 s' },
    { id: 'a/b#9', by: 'budget', reason: 'it would not end within the budget of 10 s' },
  ]);
});

test('what is kept fits, and one test more would not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), (seconds) => {
      const kept = tests.length - beyondBudget(tests, seconds, split).length;

      expect(split(tests.slice(0, kept)).makespan).toBeLessThanOrEqual(seconds);
      if (kept < tests.length) expect(split(tests.slice(0, kept + 1)).makespan).toBeGreaterThan(seconds);
    }),
  );
});
