import type { PlannedTest, Verdict } from '@uat/record';
import type { MeasuredFault } from '../measured-fault.ts';

/** A planned run of the tests on a platform of its own, clean or with one fault. */
export interface FaultRun {
  /** Id of the fault; `undefined` on the clean platform. */
  fault: string | undefined;
  /** Ids of the tests that may run; `undefined` for all. */
  tests: readonly string[] | undefined;
  /** Retries of a red test; one that then passes is flaky, and proves nothing. */
  retries: number;
  /** Number of tests at a time. */
  workers: number;
  /** Whether the run ends when a test has caught the fault. */
  stopWhenCaught: boolean;
}

/** The outcome of a run. */
export interface RunOutcome {
  verdict: Verdict;
  /** The executed tests, in order, with the seconds of their last attempt. */
  ran: { id: string; seconds: number }[];
}

export interface MeasuringMode {
  /** Whether only tests that claim to catch a fault run. */
  fast: boolean;
  /** Whether each run ends with the first confirmed catch. */
  stopWhenCaught: boolean;
}

/**
 * The runs of a measurement, beginning with the clean platform. In fast mode, a fault that no test claims has none. The
 * clean platform gets no retry: one red test there is a false alarm. A catch has to be red twice.
 * @param concurrency Fault runs at a time.
 */
export function plannedRuns(
  { faults, tests }: { faults: readonly MeasuredFault[]; tests: readonly PlannedTest[] },
  { fast, stopWhenCaught }: MeasuringMode,
  concurrency: number,
): FaultRun[] {
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
      // The order of the tests matters when the whole area runs, and only one worker has a single order.
      workers: fast ? concurrency : 1,
      stopWhenCaught: false,
    },
    ...ids.map((id) => ({ fault: id, tests: wanted([id]), retries: 1, workers: 1, stopWhenCaught })),
  ];
}
