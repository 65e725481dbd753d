import type { PlannedTest } from '@uat/record';
import type { MeasuredFault } from '../measured-fault.ts';
import type { FaultRun, RunOutcome } from './fault-run.ts';

/** The results of the clean platform. */
export interface Baseline {
  /** Ids of the tests that are red on the clean platform. */
  falseAlarms: readonly string[];
  ran: RunOutcome['ran'];
}

/** Ids of the tests of one run; `undefined` for all. */
export type Stage = readonly string[] | undefined;

/**
 * The stages of a fault run, made one after the other until one catches the fault: the quickest test that claims to
 * catch it, all tests that do, then all tests of the run. Each stage contains the one before. A fault run that does not
 * stop when caught has a single stage.
 */
export function stagesOf(
  { tests, stopWhenCaught }: FaultRun,
  { id: fault, caughtBy }: MeasuredFault,
  { planned, clean }: { planned: readonly PlannedTest[]; clean: Baseline },
): Stage[] {
  if (!stopWhenCaught) return [tests];
  const seconds = new Map(clean.ran.map((test) => [test.id, test.seconds]));
  const claiming = planned
    .filter(({ catches, title }) => catches.includes(fault) && (caughtBy?.test ?? title) === title)
    .map(({ id }) => id)
    .filter((id) => seconds.has(id) && !clean.falseAlarms.includes(id))
    .toSorted((a, b) => (seconds.get(a) ?? 0) - (seconds.get(b) ?? 0));
  const stages: Stage[] = [claiming.slice(0, 1), claiming, tests];
  // Each stage is a subset of the next, so stages of equal size are the same.
  return stages.filter((stage, index) => {
    if (stage?.length === 0) return false;
    return index === stages.length - 1 || stage?.length !== stages[index + 1]?.length;
  });
}
