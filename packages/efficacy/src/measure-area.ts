import { setMaxListeners } from 'node:events';
import { UatError } from '@uat/core';
import type { PlannedTest, Verdict } from '@uat/record';
import type { SoughtFailure } from '@uat/record';
import pMap from 'p-map';
import { efficacyReport, type EfficacyReport } from './efficacy-report.ts';
import { type Experiment, experimentsOf, type MeasuringMode, type Observation } from './experiment.ts';
import { type Finding, findingOf, type MeasuredFault, soughtFailure, unclaimed } from './finding.ts';
import { type CleanPlatform, type Stage, stagesOf } from './stages-of.ts';

/** A run of the suites on a platform of its own. */
export interface ExperimentRun extends Pick<Experiment, 'fault' | 'retries' | 'workers'> {
  tests: Stage;
  /** The failure that ends the run. */
  sought: SoughtFailure | undefined;
}

export interface MeasureAreaOptions extends MeasuringMode {
  area: string;
  faults: readonly MeasuredFault[];
  /** The tests of the area and of those that it needs. */
  tests: readonly PlannedTest[];
  /** Experiments at a time. */
  lanes: number;
  /** Does one run; ends early, with an error, when the signal is aborted. */
  run: (run: ExperimentRun, signal: AbortSignal) => Promise<Observation>;
  /** Gives what is kept of an experiment; else makes it, and may keep that. */
  kept: (experiment: Experiment, make: () => Promise<Observation>) => Promise<Observation>;
  /** Receives the result of the clean platform: how many promises it kept, and which tests were red. */
  onClean: (kept: number, falseAlarms: string[]) => void;
  onFinding: (finding: Finding) => void;
  signal: AbortSignal;
}

/** What was measured, with what a reader wants to know beside it. */
export interface Measurement {
  report: EfficacyReport;
  /** In the order of the faults. */
  findings: Finding[];
}

/**
 * Runs the suites of an area on the clean platform, and on one with each fault; nothing at all where there is no fault.
 * @throws UatError when the clean platform cannot be judged, or an experiment cannot be done.
 */
export async function measureArea(options: MeasureAreaOptions): Promise<Measurement> {
  const { area, faults, tests, fast, stopWhenCaught, lanes, run, kept, onClean, onFinding, signal } = options;
  const experiments = new Map(experimentsOf(options, options, lanes).map((one) => [one.fault, one]));
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  // One listener per experiment is no leak.
  setMaxListeners(0, ended);
  const clean = Promise.withResolvers<CleanPlatform>();
  clean.promise.catch(() => undefined);

  const judgeClean = async () => {
    const experiment = experiments.get(undefined);
    if (experiment === undefined) return clean.resolve({ falseAlarms: [], ran: [] });
    const { verdict, ran } = await kept(experiment, () => run({ ...experiment, sought: undefined }, ended));
    assertJudged(verdict);
    const falseAlarms = verdict.failures.map(({ id }) => id);
    onClean(verdict.counts.passed + verdict.counts.flaky, falseAlarms);
    clean.resolve({ falseAlarms, ran });
  };
  const observed = async (experiment: Experiment, fault: MeasuredFault): Promise<Observation> => {
    // Which test is the quickest, and which proves nothing, the clean platform tells.
    const known = stopWhenCaught ? await clean.promise : { falseAlarms: [], ran: [] };
    const sought = stopWhenCaught ? soughtFailure(fault, known.falseAlarms) : undefined;
    const [first, ...others] = stagesOf(experiment, fault, { planned: tests, clean: known });
    let last = await run({ ...experiment, tests: first, sought }, ended);
    for (const stage of others) {
      if (findingOf(fault, last.verdict, known.falseAlarms).kind === 'caught') return last;
      last = await run({ ...experiment, tests: stage, sought }, ended);
    }
    return last;
  };
  const findingFor = async (fault: MeasuredFault): Promise<Finding> => {
    const experiment = experiments.get(fault.id);
    if (experiment === undefined) {
      const finding = unclaimed(fault);
      onFinding(finding);
      return finding;
    }
    const { verdict } = await kept(experiment, () => observed(experiment, fault));
    const { falseAlarms } = await clean.promise;
    const finding = findingOf(fault, verdict, falseAlarms);
    onFinding(finding);
    return finding;
  };

  try {
    const found = await pMap(
      [undefined, ...faults],
      async (fault) => (fault === undefined ? await judgeClean() : await findingFor(fault)),
      { concurrency: lanes, signal: ended },
    );
    const { falseAlarms, ran } = await clean.promise;
    const findings = found.filter((finding) => finding !== undefined);
    const order = ran.map(({ id }) => id);
    const report = efficacyReport({
      area,
      fast,
      stopWhenCaught,
      findings,
      falseAlarms: [...falseAlarms],
      order,
    });
    return { report, findings };
  } catch (error) {
    clean.reject(error);
    failed.abort(error);
    throw error;
  }
}

/** On a clean platform that could not be judged, or is red without a test that says why, nothing can be compared. */
function assertJudged({ kind, trouble, failures }: Verdict): void {
  if (kind === 'pass' || (kind === 'regression' && failures.length > 0)) return;
  const why = trouble[0] ?? failures[0]?.error ?? 'no test ran';
  throw new UatError(
    kind === 'configuration' ? 'configuration' : 'infrastructure',
    `The clean platform could not be judged (${kind}): ${why}`,
  );
}
