import { outcomesOf, type Counts, type RunState, testCounts, type Verdict } from '@uat/record';

export interface AreaCounts {
  name: string;
  /** Whether the area ran only because other areas require it. */
  dependency: boolean;
  /** Flaky tests count as passed, tests with an unknown result as not run. */
  counts: Pick<Counts, 'passed' | 'failed' | 'quarantined' | 'skipped' | 'notEligible' | 'notRun'>;
}

/** The counts of each area of a run, in the order of the plan. */
export function areaCounts(state: RunState, { failures }: Pick<Verdict, 'failures'>): AreaCounts[] {
  const outcomes = outcomesOf(state);
  const excused = new Set(failures.filter(({ quarantine }) => quarantine !== undefined).map(({ id }) => id));
  return [...Map.groupBy(state.assigned, ({ area }) => area)].map(([name, tests]) => {
    const { passed, flaky, notRun, unknown, failed, quarantined, skipped, notEligible } = testCounts(
      tests,
      outcomes,
      excused,
    );
    return {
      name,
      dependency: tests.every((test) => test.dependency),
      counts: {
        ...{ passed: passed + flaky, failed, quarantined },
        ...{ skipped, notEligible, notRun: notRun + unknown },
      },
    };
  });
}
