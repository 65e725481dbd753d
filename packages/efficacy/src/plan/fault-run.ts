import type { PlannedTest, Verdict } from '@uat/record';
import type { Defect } from '@uat/runner';

/** What a platform of its own, clean or with one defect, is to tell. */
export interface FaultRun {
  /** The defect that the platform has; none in the clean one. */
  defect: string | undefined;
  /** Ids of the tests that may be run; all when left out. */
  tests: readonly string[] | undefined;
  /** How often a red test is tried again: what is then green was flaky, and proves nothing. */
  retries: number;
  /** Tests at a time. */
  workers: number;
  /** Nothing more is asked once a test has caught the defect. */
  stopWhenCaught: boolean;
}

/** What came of one. */
export interface RunOutcome {
  verdict: Verdict;
  /** The tests in the order in which they were executed, with the seconds of their last attempt. */
  ran: { id: string; seconds: number }[];
}

export interface MeasuringMode {
  /** Only the tests that claim to notice a defect. */
  fast: boolean;
  /** Each run ends with the first red that is confirmed. */
  stopWhenCaught: boolean;
}

/**
 * The faultRuns of a measurement, that on the clean platform first; fast, none for a defect that no test claims. The
 * clean platform gets no second chance: a test that is red there once is a false alarm. A catch has to be red twice.
 * @param concurrency faultRuns at a time.
 */
export function plannedRuns(
  { defects, tests }: { defects: readonly Defect[]; tests: readonly PlannedTest[] },
  { fast, stopWhenCaught }: MeasuringMode,
  concurrency: number,
): FaultRun[] {
  const claiming = (ids: readonly string[]) =>
    tests.filter(({ catches }) => ids.some((id) => catches.includes(id))).map(({ id }) => id);
  const wanted = (ids: readonly string[]) => (fast ? claiming(ids) : undefined);
  const ids = defects.map(({ id }) => id).filter((id) => !fast || claiming([id]).length > 0);
  if (ids.length === 0) return [];
  return [
    {
      defect: undefined,
      tests: wanted(ids),
      retries: 0,
      // Of the whole area the order of the tests is of interest, and one worker has only one.
      workers: fast ? concurrency : 1,
      stopWhenCaught: false,
    },
    ...ids.map((id) => ({ defect: id, tests: wanted([id]), retries: 1, workers: 1, stopWhenCaught })),
  ];
}
