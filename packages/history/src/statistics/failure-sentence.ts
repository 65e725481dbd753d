import type { TestResult } from '../test-result.ts';
import { changepoints } from './changepoints.ts';
import { type ChangeBase, exoneration, type Exoneration } from './exoneration.ts';
import { qualifications } from './qualifications.ts';
import { isEvidence, runVerdicts, type RunVerdict } from './run-verdicts.ts';

/** What the history of a test says about a failure of it. */
export interface FailureSentence {
  kind:
    | 'not-judged'
    | 'excused'
    | 'new-test'
    | 'new-context'
    | 'incident'
    | 'failing-since'
    | 'failing'
    | 'flaky'
    | 'first-failure'
    | 'failed-before';
  /** One sentence without a full stop: `first failure in 41 runs`. */
  text: string;
}

/** The history of a failure, and what is known beyond the test. */
export interface FailureContext {
  /** Results of the same test; later ones than the failure are left out. */
  history: readonly TestResult[];
  /** Suspected incidents; see `suspectedIncidents`. */
  incidents?: ReadonlyMap<string, number>;
  /** For a run on a change: the base of the change, and results of the test in runs without the change. */
  base?: ChangeBase & { results: readonly TestResult[] };
}

/**
 * The most useful sentence on a failure from the test's history in the same lane on the same target: the first that
 * applies of not judged, excused, new, incident, failing since, flaky, first failure, failed before.
 */
export function failureSentence(failure: TestResult, context: FailureContext): FailureSentence {
  const earlier = context.history.filter(
    ({ runId, startedAt }) =>
      runId !== failure.runId && Date.parse(startedAt) <= Date.parse(failure.startedAt),
  );
  const here = earlier.filter(({ lane, target }) => lane === failure.lane && target === failure.target);
  const before = runVerdicts(here);
  if (!isEvidence(failure)) return notJudged(failure, before);
  return (
    excused(context.base) ??
    unknownHere(failure, before, runVerdicts(earlier)) ??
    incident(failure, before, context.incidents) ??
    failingSince(failure, here) ??
    flaky(failure, here, context.incidents) ??
    failing(failure, before) ??
    occasional(failure, before)
  );
}

function notJudged({ outcome, cause }: TestResult, before: readonly RunVerdict[]): FailureSentence {
  const why = outcome === 'failed' ? (cause ?? outcome) : outcome;
  return { kind: 'not-judged', text: `says nothing about the test (${why}); ${lastVerdicts(before)}` };
}

function excused(base: FailureContext['base']): FailureSentence | undefined {
  if (base === undefined) return undefined;
  const decision = exoneration(base.results, base);
  return decision.excused
    ? { kind: 'excused', text: `excused on the base: ${evidenceText(decision)}` }
    : undefined;
}

function evidenceText(decision: Extract<Exoneration, { excused: true }>): string {
  switch (decision.by) {
    case 'failing':
      return `it fails there in ${decision.failed} of ${decision.runs} runs`;
    case 'consecutive-failures':
      return `it fails there ${decision.consecutive} times in a row`;
    case 'flaky':
      return `it passed and failed on the same commit ${decision.flaky} times in ${decision.sources}`;
  }
}

function unknownHere(
  { lane, target }: TestResult,
  here: readonly RunVerdict[],
  everywhere: readonly RunVerdict[],
): FailureSentence | undefined {
  if (here.length > 0) return undefined;
  if (everywhere.length === 0) return { kind: 'new-test', text: 'new test, no history' };
  const passed = everywhere.filter(({ outcome }) => outcome !== 'failed').length;
  const text = `first run in lane ${lane} on ${target}; elsewhere ${passed} of ${runsText(everywhere.length)} passed`;
  return { kind: 'new-context', text };
}

function incident(
  { runId }: TestResult,
  before: readonly RunVerdict[],
  incidents: ReadonlyMap<string, number> = new Map(),
): FailureSentence | undefined {
  const failures = incidents.get(runId);
  if (failures === undefined) return undefined;
  const text = `suspected incident, ${failures} tests failed in this run; ${lastVerdicts(before)}`;
  return { kind: 'incident', text };
}

/** The interval in which the failing began, when the runs since then, at least 2, have no clean one. */
function failingSince(failure: TestResult, earlier: readonly TestResult[]): FailureSentence | undefined {
  const verdicts = runVerdicts([...earlier, failure]);
  const last = changepoints(verdicts).at(-1);
  const [after, by] = [verdicts[last?.after ?? -1], verdicts[last?.by ?? -1]];
  if (last === undefined || after === undefined || by === undefined) return undefined;
  if (verdicts.slice(last.at).some(({ outcome }) => outcome !== 'failed')) return undefined;
  return { kind: 'failing-since', text: `failing since between ${runText(after)} and ${runText(by)} (99 %)` };
}

function flaky(
  failure: TestResult,
  earlier: readonly TestResult[],
  incidents: ReadonlyMap<string, number> = new Map(),
): FailureSentence | undefined {
  const verdicts = runVerdicts(earlier);
  // Of several failures in a row, only the first: a flaky test now and then fails twice.
  const clean = verdicts.findLastIndex(({ outcome }) => outcome !== 'failed');
  const trailing = new Set(verdicts.slice(clean + 1).map(({ runId }) => runId));
  if (trailing.size > 1) return undefined;
  const rows = [...earlier.filter(({ runId }) => !trailing.has(runId)), failure];
  const found = qualifications(rows, { now: new Date(failure.startedAt), incidents })[0];
  if (found?.class !== 'flaky') return undefined;
  const { episodes, spanDays, failedRuns, runs } = found;
  const share = percentOf(failedRuns, runs);
  const text = `flaky: ${countText(episodes, 'episode')} in ${countText(spanDays, 'day')}, ${share} of ${runsText(runs)}`;
  return { kind: 'flaky', text };
}

function failing(failure: TestResult, before: readonly RunVerdict[]): FailureSentence | undefined {
  const clean = before.findLastIndex(({ outcome }) => outcome !== 'failed');
  const [first, failed] = [before[clean + 1], before.length - clean];
  if (first === undefined || failure.outcome !== 'failed') return undefined;
  if (clean === -1) return { kind: 'failing', text: `never passed in ${runsText(failed)}` };
  const text = `failed in the last ${failed} runs, since ${runText(first)}; passed in the run before`;
  return { kind: 'failing', text };
}

function occasional({ startedAt }: TestResult, before: readonly RunVerdict[]): FailureSentence {
  const failures = before.filter(({ outcome }) => outcome !== 'passed');
  const last = failures.at(-1);
  const runs = before.length + 1;
  if (last === undefined) return { kind: 'first-failure', text: `first failure in ${runsText(runs)}` };
  const days = Math.floor((Date.parse(startedAt) - Date.parse(last.startedAt)) / 86_400_000);
  const when = days === 0 ? 'less than a day' : countText(days, 'day');
  const text = `failed in ${failures.length + 1} of ${runs} runs, the last time ${when} before in ${runText(last)}`;
  return { kind: 'failed-before', text };
}

function lastVerdicts(before: readonly RunVerdict[]): string {
  const last = before.at(-1);
  if (last === undefined) return 'no history';
  const isFailed = last.outcome === 'failed';
  const others = before.findLastIndex(({ outcome }) => (outcome === 'failed') !== isFailed);
  const same = before.length - 1 - others;
  const verb = isFailed ? 'failed' : 'passed';
  return same === 1 ? `${verb} in the last run` : `${verb} in the last ${same} runs`;
}

function runText({ runId, version, commit }: RunVerdict): string {
  const sources = [version, commit?.slice(0, 7)].filter((one) => one !== null && one !== undefined);
  return sources.length === 0 ? `run ${runId}` : `run ${runId} (${sources.join(', ')})`;
}

/** A share in per cent, with a digit after the point below 10 %. */
function percentOf(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`;
}

const countText = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const runsText = (count: number) => countText(count, 'run');
