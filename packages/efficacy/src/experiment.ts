import type { PlannedTest, Verdict } from '@uat/record';
import type { MeasuredFault } from './finding.ts';

/** What a platform of its own, clean or with one fault, is to tell. */
export interface Experiment {
  /** The fault that the platform has; none in the clean one. */
  fault: string | undefined;
  /** Ids of the tests that may be run; all when left out. */
  tests: readonly string[] | undefined;
  /** How often a red test is tried again: what is then green was flaky, and proves nothing. */
  retries: number;
  /** Tests at a time. */
  workers: number;
  /** Nothing more is asked once a test has caught the fault. */
  stopWhenCaught: boolean;
}

/** The outcome of an experiment. */
export interface Observation {
  verdict: Verdict;
  /** The tests in the order in which they were executed, with the seconds of their last attempt. */
  ran: { id: string; seconds: number }[];
}

export interface MeasuringMode {
  /** Only the tests that claim to notice a fault. */
  fast: boolean;
  /** Each run ends with the first red that is confirmed. */
  stopWhenCaught: boolean;
}

/**
 * The experiments of a measurement, that on the clean platform first; fast, none for a fault that no test claims. The
 * clean platform gets no second chance: a test that is red there once is a false alarm. A catch has to be red twice.
 * @param lanes experiments at a time.
 */
export function experimentsOf(
  { faults, tests }: { faults: readonly MeasuredFault[]; tests: readonly PlannedTest[] },
  { fast, stopWhenCaught }: MeasuringMode,
  lanes: number,
): Experiment[] {
  const claiming = (ids: readonly string[]) =>
    tests.filter(({ catches }) => ids.some((id) => catches.includes(id))).map(({ id }) => id);
  const wanted = (ids: readonly string[]) => (fast ? claiming(ids) : undefined);
  const ids = faults.map(({ id }) => id).filter((id) => !fast || claiming([id]).length > 0);
  if (ids.length === 0) return [];
  return [
    {
      fault: undefined,
      tests: wanted(ids),
      retries: 0,
      // Of the whole area the order of the tests is of interest, and one worker has only one.
      workers: fast ? lanes : 1,
      stopWhenCaught: false,
    },
    ...ids.map((id) => ({ fault: id, tests: wanted([id]), retries: 1, workers: 1, stopWhenCaught })),
  ];
}
