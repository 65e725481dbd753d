import { outcomesOf, type RunState } from '@uat/record';

export interface AreaCounts {
  name: string;
  dependency: boolean;
  counts: { passed: number; failed: number; skipped: number; notEligible: number; notRun: number };
}

/** How each area of a run did, in the order in which they were planned. */
export function areaCounts(state: RunState): AreaCounts[] {
  const outcomes = outcomesOf(state);
  return [...Map.groupBy(state.assigned, ({ area }) => area)].map(([name, tests]) => {
    const count = (...wanted: (string | undefined)[]) =>
      tests.filter(({ id }) => wanted.includes(outcomes.get(id)?.kind)).length;
    return {
      name,
      dependency: tests.every((test) => test.dependency),
      counts: {
        passed: count('passed', 'flaky'),
        failed: count('failed'),
        skipped: count('skipped'),
        notEligible: count('notEligible'),
        notRun: count('notRun', 'unknown'),
      },
    };
  });
}
