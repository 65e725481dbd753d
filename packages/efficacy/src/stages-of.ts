import type { PlannedTest } from '@uat/record';
import type { Experiment, Observation } from './experiment.ts';
import type { MeasuredFault } from './finding.ts';

/** What is known of the clean platform. */
export interface CleanPlatform {
  /** Ids of the tests that are red on it. */
  falseAlarms: readonly string[];
  ran: Observation['ran'];
}

/** Ids of the tests of one run; all when left out. */
export type Stage = readonly string[] | undefined;

/**
 * The runs that an experiment takes, one after the other until one has caught the fault: the quickest of the tests that
 * claim to notice it, all that claim it, and then what else the experiment may run. Each holds the ones before it. One
 * run where the experiment is to see everything.
 */
export function stagesOf(
  { tests, stopWhenCaught }: Experiment,
  { id: fault, caughtBy }: MeasuredFault,
  { planned, clean }: { planned: readonly PlannedTest[]; clean: CleanPlatform },
): Stage[] {
  if (!stopWhenCaught) return [tests];
  const seconds = new Map(clean.ran.map((test) => [test.id, test.seconds]));
  const claiming = planned
    .filter(({ catches, title }) => catches.includes(fault) && (caughtBy?.test ?? title) === title)
    .map(({ id }) => id)
    .filter((id) => seconds.has(id) && !clean.falseAlarms.includes(id))
    .toSorted((a, b) => (seconds.get(a) ?? 0) - (seconds.get(b) ?? 0));
  const stages: Stage[] = [claiming.slice(0, 1), claiming, tests];
  // Each is a part of the next: of the same size, it is the same.
  return stages.filter((stage, index) => {
    if (stage?.length === 0) return false;
    return index === stages.length - 1 || stage?.length !== stages[index + 1]?.length;
  });
}
