import { lastJudgements, type RunEvent } from '@uat/runner';

export interface AreaCounts {
  name: string;
  dependency: boolean;
  counts: { passed: number; failed: number; skipped: number; notEligible: number; notRun: number };
}

/** How each area of a run did, in the order in which they were planned. */
export function areaCounts(events: readonly RunEvent[]): AreaCounts[] {
  const planned = events.flatMap((event) => (event.event === 'plan' ? event.tests : []));
  const judged = lastJudgements(events);
  return [...Map.groupBy(planned, ({ area }) => area)].map(([name, tests]) => {
    const count = (...wanted: (string | undefined)[]) =>
      tests.filter(({ id }) => wanted.includes(judged.get(id)?.outcome)).length;
    return {
      name,
      dependency: tests.every((test) => test.dependency),
      counts: {
        passed: count('passed', 'flaky'),
        failed: count('failed'),
        skipped: count('skipped'),
        notEligible: count('notEligible'),
        notRun: count(undefined),
      },
    };
  });
}
