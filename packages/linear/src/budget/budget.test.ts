import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Budget, createBudget, type Permit, type BudgetRequest } from './budget.ts';
import type { RateHeaders } from './rate-headers.ts';

const start = Date.parse('2026-12-01T09:00:00Z');
const hour = 3_600_000;
const ordinary: BudgetRequest = { operation: 'Read', points: 10, priority: 'ordinary' };
const essential: BudgetRequest = { operation: 'Move', points: 10, priority: 'essential' };
const heard = (remaining: number, more: Partial<RateHeaders> = {}): RateHeaders => ({
  requests: { limit: 1000, remaining, resetAt: start + hour },
  ...more,
});

/** A budget that has received these headers. */
function budgetWithHeaders(headers: RateHeaders, request = ordinary): Budget {
  const budget = createBudget(0.2);
  const first = budget.admit(request, start);
  if (first.kind === 'go') budget.settle(first.permit, headers);
  return budget;
}

describe('a request budget', () => {
  test('lets everything through until the first figures arrive', () => {
    expect(createBudget().admit(ordinary, start)).toMatchObject({ kind: 'go' });
  });

  test('keeps its reserve for essential calls', () => {
    const budget = budgetWithHeaders(heard(200));

    expect(budget.admit(ordinary, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit(ordinary, start + 1)).toMatchObject({ kind: 'wait', because: 'requests' });
    expect(budget.admit(essential, start + 2)).toMatchObject({ kind: 'go' });
  });

  test('lets one ordinary call a minute check whether the budget has refilled', () => {
    const budget = budgetWithHeaders(heard(100));

    expect(budget.admit(ordinary, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit(ordinary, start + 59_999)).toEqual({
      kind: 'wait',
      because: 'requests',
      until: start + 60_000,
    });
    expect(budget.admit(ordinary, start + 60_000)).toMatchObject({ kind: 'go' });
  });

  test('sends nothing at all when nothing is left, until the reset', () => {
    const budget = budgetWithHeaders(heard(0));

    expect(budget.admit(essential, start + 1)).toEqual({
      kind: 'wait',
      because: 'requests',
      until: start + hour,
    });
    expect(budget.admit(essential, start + hour)).toMatchObject({ kind: 'go' });
  });

  test('counts calls in flight, whose cost no response has reported yet', () => {
    const budget = budgetWithHeaders(heard(2));

    expect(budget.admit(essential, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit(essential, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit(essential, start)).toMatchObject({ kind: 'wait' });
  });

  test('counts points as well', () => {
    const complexity = { limit: 1000, remaining: 205, resetAt: start + hour };
    const budget = budgetWithHeaders({ complexity });

    expect(budget.admit({ ...ordinary, points: 5 }, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit({ ...ordinary, points: 50 }, start)).toMatchObject({ kind: 'go' });
    expect(budget.admit({ ...ordinary, points: 50 }, start)).toMatchObject({
      kind: 'wait',
      because: 'complexity',
    });
  });

  test('blocks only the operation whose own limit is used up', () => {
    const endpoint = { name: 'issues', allowance: { limit: 10, remaining: 0, resetAt: start + 60_000 } };
    const budget = budgetWithHeaders(heard(900, { endpoint }));

    expect(budget.admit(ordinary, start)).toEqual({
      kind: 'wait',
      because: 'endpoint',
      until: start + 60_000,
    });
    expect(budget.admit(essential, start)).toMatchObject({ kind: 'go' });
    expect(budget.report(start).endpoints).toEqual({ issues: endpoint.allowance });
  });

  test('ignores a response that was overtaken by a newer one', () => {
    const budget = createBudget();
    const [first, second] = [budget.admit(ordinary, start), budget.admit(ordinary, start)];
    if (first.kind !== 'go' || second.kind !== 'go') throw new Error('both go');

    budget.settle(second.permit, heard(500));
    budget.settle(first.permit, heard(501));

    expect(budget.report(start).requests?.remaining).toBe(500);
  });

  test('never overspends, in any order of calls and responses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ essential: fc.boolean(), answer: fc.boolean(), ms: fc.nat(5_000) }), {
          maxLength: 300,
        }),
        fc.integer({ min: 1, max: 60 }),
        (steps, limit) => {
          const budget = createBudget(0.2);
          const open: Permit[] = [];
          let left = limit;
          let now = start;
          let overspent = 0;
          let ordinaryInReserve = 0;
          const headers = (): RateHeaders => ({
            requests: { limit, remaining: left, resetAt: start + hour },
          });
          const first = budget.admit(ordinary, now);
          if (first.kind === 'go') {
            left -= 1;
            budget.settle(first.permit, headers());
          }
          for (const step of steps) {
            now += step.ms;
            if (now >= start + hour) break;
            if (step.answer) {
              const permit = open.shift();
              if (permit !== undefined) budget.settle(permit, headers());
              continue;
            }
            const admission = budget.admit(step.essential ? essential : ordinary, now);
            if (admission.kind !== 'go') {
              expect(admission.until).toBeGreaterThan(now);
              continue;
            }
            if (left <= 0) overspent += 1;
            left -= 1;
            open.push(admission.permit);
            if (!step.essential && left < Math.ceil(limit * 0.2)) ordinaryInReserve += 1;
          }
          expect(overspent).toBe(0);
          // Ordinary calls take no more of the reserve than one probe a minute.
          expect(ordinaryInReserve).toBeLessThanOrEqual(Math.ceil((now - start) / 60_000) + 1);
        },
      ),
    );
  });
});
