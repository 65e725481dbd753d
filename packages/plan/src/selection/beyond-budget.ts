import type { ExcludedTest, PlannedTest } from '@uat/record';
import type { Split } from '../file/plan-content.ts';

/**
 * The tests that a budget leaves out, the last of the order first: as few as possible, so that the longest shard is
 * predicted to end in time. Tests of areas that others need are never left out for themselves.
 * @param ordered The most valuable first.
 * @param seconds The budget.
 */
export function beyondBudget(
  ordered: readonly PlannedTest[],
  seconds: number,
  split: (tests: readonly PlannedTest[]) => Pick<Split, 'makespan'>,
): ExcludedTest[] {
  // The first `kept` tests fit; the search assumes that more tests take longer, as they do but for rounding.
  let [kept, tooMany] = [0, ordered.length + 1];
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    if (split(ordered.slice(0, middle)).makespan <= seconds) kept = middle;
    else tooMany = middle;
  }
  const reason = `it would not end within the budget of ${seconds} s`;
  return ordered.slice(kept).map(({ id }) => ({ id, by: 'budget', reason }));
}
