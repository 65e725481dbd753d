import { setMaxListeners } from 'node:events';
import { UatError } from '@uat/core';
import type { PlannedTest, Verdict } from '@uat/record';
import type { StopCondition } from '@uat/record';
import pMap from 'p-map';
import type { MeasuredFault } from './measured-fault.ts';
import { efficacyReport, type EfficacyReport } from './report/efficacy-report.ts';
import { type FaultRun, plannedRuns, type MeasuringMode, type RunOutcome } from './plan/fault-run.ts';
import { type FaultResult, faultResult, stopConditionFor, unclaimed } from './fault-result.ts';
import { type Baseline, type Stage, stagesOf } from './plan/stages-of.ts';

/** One run of the suites on a platform of its own: a stage of a fault run. */
export interface SuiteRun extends Pick<FaultRun, 'fault' | 'retries' | 'workers'> {
  tests: Stage;
  /** The failure that ends the run; `undefined` to run all tests. */
  stopOn: StopCondition | undefined;
}

export interface MeasureAreaOptions extends MeasuringMode {
  area: string;
  faults: readonly MeasuredFault[];
  /** The tests of the area and of the areas that it needs. */
  tests: readonly PlannedTest[];
  /** Fault runs at a time. */
  concurrency: number;
  /** Runs the suites; rejects early when the signal is aborted. */
  run: (run: SuiteRun, signal: AbortSignal) => Promise<RunOutcome>;
  /** Gives the cached outcome of a fault run; else makes the run, and may cache its outcome. */
  cached: (faultRun: FaultRun, make: () => Promise<RunOutcome>) => Promise<RunOutcome>;
  /** Receives the number of promises kept on the clean platform, and the ids of the tests that are red there. */
  onBaseline: (promisesKept: number, falseAlarms: string[]) => void;
  /** Receives the result of each fault as soon as it is known. */
  onResult: (result: FaultResult) => void;
  signal: AbortSignal;
}

/** The measurement of an area: the report, and the full result of each fault. */
export interface Measurement {
  report: EfficacyReport;
  /** Results in the order of the faults. */
  results: FaultResult[];
}

/**
 * Runs the suites of an area on the clean platform, and once with each fault; without a fault, nothing runs.
 * @throws UatError when the clean platform cannot be judged, or a fault run fails.
 */
export async function measureArea(options: MeasureAreaOptions): Promise<Measurement> {
  const {
    area,
    faults,
    tests,
    fast,
    stopWhenCaught,
    concurrency,
    run,
    cached,
    onBaseline,
    onResult,
    signal,
  } = options;
  const faultRuns = new Map(plannedRuns(options, options, concurrency).map((one) => [one.fault, one]));
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  // One listener per fault run is not a leak.
  setMaxListeners(0, ended);
  const clean = Promise.withResolvers<Baseline>();
  clean.promise.catch(() => undefined);

  const judgeClean = async () => {
    const faultRun = faultRuns.get(undefined);
    if (faultRun === undefined) return clean.resolve({ falseAlarms: [], ran: [] });
    const { verdict, ran } = await cached(faultRun, () => run({ ...faultRun, stopOn: undefined }, ended));
    assertJudged(verdict);
    const falseAlarms = verdict.failures.map(({ id }) => id);
    onBaseline(verdict.counts.passed + verdict.counts.flaky, falseAlarms);
    clean.resolve({ falseAlarms, ran });
  };
  const observed = async (faultRun: FaultRun, fault: MeasuredFault): Promise<RunOutcome> => {
    // The clean platform shows which tests are quickest, and which prove nothing.
    const known = stopWhenCaught ? await clean.promise : { falseAlarms: [], ran: [] };
    const stopOn = stopWhenCaught ? stopConditionFor(fault, known.falseAlarms) : undefined;
    const [first, ...others] = stagesOf(faultRun, fault, { planned: tests, clean: known });
    let last = await run({ ...faultRun, tests: first, stopOn }, ended);
    for (const stage of others) {
      if (faultResult(fault, last.verdict, known.falseAlarms).kind === 'caught') return last;
      last = await run({ ...faultRun, tests: stage, stopOn }, ended);
    }
    return last;
  };
  const resultFor = async (fault: MeasuredFault): Promise<FaultResult> => {
    const faultRun = faultRuns.get(fault.id);
    if (faultRun === undefined) {
      const result = unclaimed(fault);
      onResult(result);
      return result;
    }
    const { verdict } = await cached(faultRun, () => observed(faultRun, fault));
    const { falseAlarms } = await clean.promise;
    const result = faultResult(fault, verdict, falseAlarms);
    onResult(result);
    return result;
  };

  try {
    const found = await pMap(
      [undefined, ...faults],
      async (fault) => (fault === undefined ? await judgeClean() : await resultFor(fault)),
      { concurrency, signal: ended },
    );
    const { falseAlarms, ran } = await clean.promise;
    const results = found.filter((result) => result !== undefined);
    const order = ran.map(({ id }) => id);
    const report = efficacyReport({
      area,
      fast,
      stopWhenCaught,
      results,
      falseAlarms: [...falseAlarms],
      order,
    });
    return { report, results };
  } catch (error) {
    clean.reject(error);
    failed.abort(error);
    throw error;
  }
}

/** Rejects a baseline that could not be judged, or is red without a failed test: nothing can be compared with it. */
function assertJudged({ kind, trouble, failures }: Verdict): void {
  if (kind === 'pass' || (kind === 'regression' && failures.length > 0)) return;
  const why = trouble[0] ?? failures[0]?.error ?? 'no test ran';
  throw new UatError(
    kind === 'configuration' ? 'configuration' : 'infrastructure',
    `The clean platform could not be judged (${kind}): ${why}`,
  );
}
