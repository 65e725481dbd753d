import { didYouMean } from '@uat/core';
import type { PinnedPlan } from '@uat/plan';
import type { EventOf, PlannedTest } from '@uat/record';

/** A shard’s part of a pinned plan, as the record of the shard holds it. */
export type PlannedPart = Omit<EventOf<'planned'>, 'areaTitles'>;

/** The part of a plan that the shard with this number, from 1, has to account for. */
export function plannedPart(plan: PinnedPlan, index: number): PlannedPart {
  const excluded = plan.tests.flatMap(({ id, state, by = 'selection', reason = '' }) =>
    state === 'excluded' ? [{ id, by, reason }] : [],
  );
  return {
    event: 'planned',
    hash: plan.hash,
    tests: plan.tests.map(
      ({
        state: _state,
        reason: _reason,
        by: _by,
        ticket: _ticket,
        missing: _missing,
        shards: _shards,
        ...test
      }): PlannedTest => test,
    ),
    assigned: [...(plan.shards[index - 1]?.tests ?? [])],
    ...(excluded.length === 0 ? {} : { excluded }),
  };
}

/** A sentence about each difference between a shard's part of the plan and the tests that were found. */
export function partProblems({ tests, assigned }: PlannedPart, found: readonly PlannedTest[]): string[] {
  const planned = new Set(tests.map(({ id }) => id));
  const there = new Set(found.map(({ id }) => id));
  return [
    ...assigned
      .filter((id) => !there.has(id))
      .map(
        (id) =>
          `The plan has a test ${id}, and the suites have not: plan again.${didYouMean(id, [...there])}`,
      ),
    ...found
      .filter(({ id }) => !planned.has(id))
      .map(({ id }) => `The suites have a test ${id}, and the plan has not: plan again.`),
  ];
}
