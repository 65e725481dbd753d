import type { TestResult } from '../test-result.ts';
import { runVerdicts, type RunVerdict } from './run-verdicts.ts';

/** The state from which a change starts. */
export interface ChangeBase {
  /** Commit of the suites, where it is known. */
  commit?: string;
  /** Version of the product, where it is known. */
  version?: string;
  /** Time of the base, which counts where no run was made on that commit and version. */
  at: string;
}

/** Whether a failure on a change is excused, and the evidence for the decision. */
export type Exoneration =
  | { excused: false }
  /** The test fails on the base: `failed` of `runs` runs around it. */
  | { excused: true; by: 'failing'; failed: number; runs: number }
  /** The test fails on the base, `consecutive` times without a pass. */
  | { excused: true; by: 'consecutive-failures'; consecutive: number }
  /** The test both failed and passed on the same sources, `flaky` of `sources` times. */
  | { excused: true; by: 'flaky'; flaky: number; sources: number };

const day = 86_400_000;
const longWindow = 14 * day;
const shortWindow = 7 * day;

/** Runs on either side of the base, and size of the window that slides over them. */
const windowSize = 10;
const failuresInWindow = 6;
const consecutiveFailures = 3;

const desiredSources = 100;
const flakySources = 2;
const flakyShare = 0.01;

/**
 * Whether a failure on a change is excused because the test is unstable on the base of the change: the starting values
 * of LUCI's `TestStabilityCriteria` (analysis/proto/v1/test_variants.proto). A test's reputation alone never excuses.
 *
 * - Failing: 6 failures in a window of 10 runs within 10 runs of the base.
 * - Consecutive failures: 3 or more that touch the base and reach to one end of these runs.
 * - Flaky: the test passed and failed on at least 2 sources (one commit with one version) and 1 % of those within 7 days;
 *   of those within 14 days when that is fewer than 100.
 *
 * @param results Of the test in one lane on one target, of runs without the change.
 */
export function exoneration(results: readonly TestResult[], base: ChangeBase): Exoneration {
  const near = runVerdicts(results).filter((verdict) => distance(verdict, base) <= longWindow);
  return failingAround(near, base) ?? flakyAround(near, base) ?? { excused: false };
}

function failingAround(near: readonly RunVerdict[], base: ChangeBase): Exoneration | undefined {
  const { before, on, after } = aroundBase(near, base);
  const runs = [...before, ...on, ...after].map(({ outcome }) => outcome !== 'passed');
  const [worst, size] = mostFailuresInWindow(runs);
  if (worst >= failuresInWindow) return { excused: true, by: 'failing', failed: worst, runs: size };

  const consecutive = failuresTouchingBase(before, on, after);
  if (consecutive < consecutiveFailures) return undefined;
  return { excused: true, by: 'consecutive-failures', consecutive };
}

/** Up to 10 runs on the base, and the nearest runs before and after it. */
function aroundBase(near: readonly RunVerdict[], base: ChangeBase) {
  const on = near.filter((verdict) => isOn(verdict, base));
  const [first, last] = [on[0]?.startedAt ?? base.at, on.at(-1)?.startedAt ?? base.at];
  const others = near.filter((verdict) => !isOn(verdict, base));
  const kept = on.slice(-windowSize);
  const room = windowSize - kept.length;
  const before = others.filter(({ startedAt }) => Date.parse(startedAt) < Date.parse(first));
  const after = others.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(last));
  return { before: room === 0 ? [] : before.slice(-room), on: kept, after: after.slice(0, room) };
}

function isOn({ commit, version }: RunVerdict, base: ChangeBase): boolean {
  if (base.commit === undefined && base.version === undefined) return false;
  return (
    (base.commit === undefined || commit === base.commit) &&
    (base.version === undefined || version === base.version)
  );
}

/** The most failures in any window of 10 runs, and the size of the window. */
function mostFailuresInWindow(failed: readonly boolean[]): [failures: number, size: number] {
  const size = Math.min(windowSize, failed.length);
  const counts = Array.from(
    { length: failed.length - size + 1 },
    (_, from) => failed.slice(from, from + size).filter(Boolean).length,
  );
  return [Math.max(...counts), size];
}

/** Failures without a pass that touch the base and reach to the oldest or the newest of the runs; else 0. */
function failuresTouchingBase(
  before: readonly RunVerdict[],
  on: readonly RunVerdict[],
  after: readonly RunVerdict[],
): number {
  if (on.some(({ outcome }) => outcome === 'passed')) return 0;
  const trailing = before.length - 1 - before.findLastIndex(({ outcome }) => outcome === 'passed');
  const firstPass = after.findIndex(({ outcome }) => outcome === 'passed');
  const leading = firstPass === -1 ? after.length : firstPass;
  const reaches = leading === after.length || trailing === before.length;
  return reaches ? trailing + on.length + leading : 0;
}

function flakyAround(near: readonly RunVerdict[], base: ChangeBase): Exoneration | undefined {
  const lately = sourceVerdicts(near.filter((verdict) => distance(verdict, base) <= shortWindow));
  const verdicts = lately.length >= desiredSources ? lately : sourceVerdicts(near);
  const flaky = verdicts.filter((outcome) => outcome === 'flaky').length;
  if (flaky < flakySources || flaky < flakyShare * verdicts.length) return undefined;
  return { excused: true, by: 'flaky', flaky, sources: verdicts.length };
}

/** One outcome per source, that is per commit with a version; a run with neither known is a source of its own. */
function sourceVerdicts(verdicts: readonly RunVerdict[]): RunVerdict['outcome'][] {
  const sources = Map.groupBy(verdicts, ({ commit, version, runId }) =>
    JSON.stringify(commit === null || version === null ? [runId] : [commit, version]),
  );
  return [...sources.values()].map((runs) => {
    const outcomes = new Set(runs.map(({ outcome }) => outcome));
    const [only] = outcomes;
    return outcomes.size === 1 && only !== undefined ? only : 'flaky';
  });
}

const distance = ({ startedAt }: RunVerdict, base: ChangeBase) =>
  Math.abs(Date.parse(startedAt) - Date.parse(base.at));
