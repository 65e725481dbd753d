import { outcomesOf, type RunState, type Verdict } from '@uat/record';

export interface AreaCounts {
  name: string;
  dependency: boolean;
  counts: {
    passed: number;
    failed: number;
    quarantined: number;
    skipped: number;
    notEligible: number;
    notRun: number;
  };
}

/** The counts of each area of a run, in the order of the plan. */
export function areaCounts(state: RunState, { failures }: Pick<Verdict, 'failures'>): AreaCounts[] {
  const outcomes = outcomesOf(state);
  const excused = new Set(failures.filter(({ quarantine }) => quarantine !== undefined).map(({ id }) => id));
  return [...Map.groupBy(state.assigned, ({ area }) => area)].map(([name, tests]) => {
    const count = (...wanted: (string | undefined)[]) =>
      tests.filter(({ id }) => wanted.includes(outcomes.get(id)?.kind)).length;
    const quarantined = tests.filter(({ id }) => excused.has(id)).length;
    return {
      name,
      dependency: tests.every((test) => test.dependency),
      counts: {
        passed: count('passed', 'flaky'),
        failed: count('failed') - quarantined,
        quarantined,
        skipped: count('skipped'),
        notEligible: count('notEligible'),
        notRun: count('notRun', 'unknown'),
      },
    };
  });
}
