import { isEvidence, type TestResult } from '@uat/history';
import { testOf } from '@uat/record';
import { afterResult, type PastRuns } from '../order/past-runs.ts';
import { afterChange, type Coupling } from './coupling.ts';

/** The change that a past run tested. */
export interface Change {
  runId: string;
  /** Changed files. */
  paths: readonly string[];
  /** Tests that it broke, where that is known; else those that failed in its run and not in the run before. */
  breaks?: readonly string[];
}

/** What is known when a selection is made: the change, and the past before it. */
export interface SelectionInput {
  change: Change;
  /** Time at which the run starts. */
  now: Date;
  /** Ids of all tests, without the repetition. */
  tests: readonly string[];
  past: ReadonlyMap<string, PastRuns>;
  coupling: Coupling;
}

/** Chooses the tests for a change, by id. */
export type SelectionStrategy = (input: SelectionInput) => ReadonlySet<string>;

/** The result of a simulated selection. */
export interface SelectionReport {
  runs: number;
  seconds: { all: number; selected: number };
  /** Share of the time that the selection takes, from 0 to 1. */
  share: number;
  failures: { all: number; missed: { runId: string; test: string }[] };
  /** Changes that broke a test; one is missed when none of these tests was selected. */
  faultyChanges: { all: number; missed: string[] };
}

/**
 * Replays past runs of all tests as if a strategy had selected in each: the time that it saves, and the failures and
 * faulty changes that it misses. In each run the strategy knows the runs before, as if the tests left out had run later
 * (`--remaining`). Failures of the infrastructure do not count.
 *
 * The measures are those of Machalica et al. (2019), "Predictive Test Selection", ICSE-SEIP, arXiv:1810.05286.
 *
 * @param history Results of whole runs; runs without a change are learnt from, but not counted.
 */
export function simulateSelection(
  history: readonly TestResult[],
  changes: readonly Change[],
  strategy: SelectionStrategy,
): SelectionReport {
  const report: SelectionReport = {
    runs: 0,
    seconds: { all: 0, selected: 0 },
    share: 0,
    failures: { all: 0, missed: [] },
    faultyChanges: { all: 0, missed: [] },
  };
  const changeOf = new Map(changes.map((change) => [change.runId, change]));
  const past = new Map<string, PastRuns>();
  let coupling: Coupling = new Map();

  for (const results of runsInOrder(history)) {
    const [first] = results;
    if (first === undefined) continue;
    const failed = new Set(
      results.filter((one) => isEvidence(one) && one.outcome === 'failed').map(({ test }) => testOf(test)),
    );
    const change = changeOf.get(first.runId);
    if (change !== undefined) {
      const tests = [...new Set(results.map(({ test }) => testOf(test)))];
      const selected = strategy({ change, now: new Date(first.startedAt), tests, past, coupling });
      const broken = change.breaks ?? [...failed].filter((test) => past.get(test)?.sinceFailure !== 0);
      count(report, { results, selected, failed, broken });
      coupling = afterChange(coupling, change.paths, broken);
    }
    for (const result of results) {
      const test = testOf(result.test);
      const next = afterResult(past.get(test), result);
      if (next !== undefined) past.set(test, next);
    }
  }
  report.share = report.seconds.all === 0 ? 0 : report.seconds.selected / report.seconds.all;
  return report;
}

/** The results of each run, the oldest run first. */
function runsInOrder(history: readonly TestResult[]): TestResult[][] {
  return [...Map.groupBy(history, ({ runId }) => runId).values()].toSorted(
    ([a], [b]) => Date.parse(a?.startedAt ?? '') - Date.parse(b?.startedAt ?? ''),
  );
}

interface SimulatedRun {
  results: readonly TestResult[];
  selected: ReadonlySet<string>;
  failed: ReadonlySet<string>;
  broken: readonly string[];
}

function count(report: SelectionReport, { results, selected, failed, broken }: SimulatedRun): void {
  const runId = results[0]?.runId ?? '';
  report.runs += 1;
  for (const { test, seconds } of results) {
    report.seconds.all += seconds;
    if (selected.has(testOf(test))) report.seconds.selected += seconds;
  }
  report.failures.all += failed.size;
  for (const test of failed) if (!selected.has(test)) report.failures.missed.push({ runId, test });
  if (broken.length === 0) return;
  report.faultyChanges.all += 1;
  if (!broken.some((test) => selected.has(test))) report.faultyChanges.missed.push(runId);
}
