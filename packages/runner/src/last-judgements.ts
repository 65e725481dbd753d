import type { JudgedTest, PlannedTest, RunEvent } from './run-events.ts';

/**
 * The last word on each test, by its id. An attempt that failed is only made good by one that passed: a retry that was
 * skipped proves nothing.
 */
export function lastJudgements(events: readonly RunEvent[]): Map<string, JudgedTest> {
  const judged = new Map<string, JudgedTest>();
  for (const event of events) {
    if (event.event !== 'judged') continue;
    const failedBefore = judged.get(event.id)?.outcome === 'failed';
    if (!failedBefore || !['skipped', 'notEligible'].includes(event.outcome)) judged.set(event.id, event);
  }
  return judged;
}

/** The planned tests that a run leaves open: they failed, or were not judged (not run, cut off, lost). */
export function openTests(events: readonly RunEvent[]): PlannedTest[] {
  const judged = lastJudgements(events);
  return events
    .flatMap((event) => (event.event === 'plan' ? event.tests : []))
    .filter(({ id }) => [undefined, 'failed'].includes(judged.get(id)?.outcome));
}
