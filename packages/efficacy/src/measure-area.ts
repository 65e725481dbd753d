import { setMaxListeners } from 'node:events';
import { UatError } from '@uat/config';
import type { PlannedTest, Verdict } from '@uat/runner';
import pMap from 'p-map';
import { claimed, claimPattern } from './claims.ts';
import type { Defect } from './defect.ts';
import { efficacyReport, type EfficacyReport } from './efficacy-report.ts';
import { type Finding, findingOf, unclaimed } from './finding.ts';

/** A run of the suites on a platform of its own. */
export interface Experiment {
  /** The defect that the platform has; none in the clean one. */
  defect: string | undefined;
  /** Which tests; all when left out. */
  grep: string | undefined;
  /** How often a red test is tried again: what is then green was flaky, and proves nothing. */
  retries: number;
}

/** What came of one. */
export interface Observation {
  verdict: Verdict;
  /** Ids of the tests, in the order in which they were executed. */
  order: string[];
}

export interface MeasureAreaOptions {
  area: string;
  defects: readonly Defect[];
  /** The tests of the area and of those that it needs. */
  tests: readonly PlannedTest[];
  /** Only the tests that claim to notice a defect. */
  fast: boolean;
  /** Experiments at a time. */
  lanes: number;
  /** Does one; ends early, with an error, when the signal is aborted. */
  experiment: (experiment: Experiment, signal: AbortSignal) => Promise<Observation>;
  /** Told of the clean platform: how many promises it kept, and which tests were red. */
  onClean: (kept: number, falseAlarms: string[]) => void;
  onFinding: (finding: Finding) => void;
  signal: AbortSignal;
}

/** What was measured, with what a reader wants to know beside it. */
export interface Measurement {
  report: EfficacyReport;
  /** In the order of the defects. */
  findings: Finding[];
}

/** The runs that a measurement takes, that of the clean platform first; fast, none for a defect that no test claims. */
export function experimentsOf({
  defects,
  tests,
  fast,
}: Pick<MeasureAreaOptions, 'defects' | 'tests' | 'fast'>): Experiment[] {
  const ids = defects.map(({ id }) => id);
  const run = fast ? claimed(ids, tests) : ids;
  if (fast && run.length === 0) return [];
  const grep = (wanted: string[]) => (fast ? claimPattern(wanted) : undefined);
  return [
    { defect: undefined, grep: grep(run), retries: 0 },
    ...run.map((id) => ({ defect: id, grep: grep([id]), retries: 1 })),
  ];
}

/**
 * Runs the suites of an area on the clean platform, and on one with each defect. The clean run has no second chance: a
 * test that is red there once is a false alarm. A catch has to be red twice.
 * @throws UatError when the clean platform cannot be judged, or an experiment cannot be done.
 */
export async function measureArea(options: MeasureAreaOptions): Promise<Measurement> {
  const { area, defects, fast, lanes, experiment, onClean, onFinding, signal } = options;
  const experiments = new Map(experimentsOf(options).map((one) => [one.defect, one]));
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  // One listener per experiment is no leak.
  setMaxListeners(0, ended);
  const clean = Promise.withResolvers<{ falseAlarms: string[]; order: string[] }>();
  clean.promise.catch(() => undefined);

  const judgeClean = async () => {
    const wanted = experiments.get(undefined);
    if (wanted === undefined) return clean.resolve({ falseAlarms: [], order: [] });
    const { verdict, order } = await experiment(wanted, ended);
    assertJudged(verdict);
    const falseAlarms = verdict.failures.map(({ id }) => id);
    onClean(verdict.counts.passed + verdict.counts.flaky, falseAlarms);
    clean.resolve({ falseAlarms, order });
  };
  const findingFor = async (defect: Defect): Promise<Finding> => {
    const wanted = experiments.get(defect.id);
    if (wanted === undefined) {
      const finding = unclaimed(defect);
      onFinding(finding);
      return finding;
    }
    const { verdict } = await experiment(wanted, ended);
    const { falseAlarms } = await clean.promise;
    const finding = findingOf(defect, verdict, falseAlarms);
    onFinding(finding);
    return finding;
  };

  try {
    const found = await pMap(
      [undefined, ...defects],
      async (defect) => (defect === undefined ? await judgeClean() : await findingFor(defect)),
      { concurrency: lanes, signal: ended },
    );
    const { falseAlarms, order } = await clean.promise;
    const findings = found.filter((finding) => finding !== undefined);
    return { report: efficacyReport({ area, fast, findings, falseAlarms, order }), findings };
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
