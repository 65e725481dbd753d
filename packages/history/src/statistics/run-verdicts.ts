import { testOf } from '@uat/record';
import type { TestResult } from '../test-result.ts';

/** The verdict on a test in one run: its attempts and repetitions together. */
export interface RunVerdict {
  runId: string;
  /** Start of the run. */
  startedAt: string;
  commit: string | null;
  version: string | null;
  target: string;
  lane: string;
  /** `flaky`: failed and passed in the same run, by a retry or by another repetition. */
  outcome: 'passed' | 'flaky' | 'failed';
  /** The most attempts that a repetition took. */
  attempts: number;
}

/**
 * One verdict per run on a test, oldest first: the unit of Kibana Scout's execution model, in which retries do not count
 * as executions. Results that judge nothing about the test are left out; see `isEvidence`.
 * @param results Of one test.
 */
export function runVerdicts(results: readonly TestResult[]): RunVerdict[] {
  const runs = Map.groupBy(results.filter(isEvidence), (result) =>
    JSON.stringify([result.runId, result.target, result.lane]),
  );
  return [...runs.values()]
    .flatMap((repetitions) => {
      const [first] = repetitions;
      return first === undefined ? [] : [verdictOf(first, repetitions)];
    })
    .toSorted(byTime);
}

/** Causes of a failure that say nothing about the promise. */
const otherCauses: ReadonlySet<TestResult['cause']> = new Set(['infrastructure', 'configuration', 'test']);

/** Whether a result says something about the promise: it was judged, and nothing but the product failed it. */
export function isEvidence(result: TestResult): boolean {
  if (result.outcome === 'passed' || result.outcome === 'flaky') return true;
  return result.outcome === 'failed' && !otherCauses.has(result.cause);
}

/** The verdicts per context, that is per lane and target: what holds in one need not hold in another. */
export function inContexts(verdicts: readonly RunVerdict[]): RunVerdict[][] {
  return [...Map.groupBy(verdicts, ({ lane, target }) => JSON.stringify([lane, target])).values()];
}

/** The results of each test, by its id without the repetition. */
export function byTest(results: readonly TestResult[]): Map<string, TestResult[]> {
  return Map.groupBy(results, ({ test }) => testOf(test));
}

function verdictOf(
  { runId, startedAt, commit, version, target, lane }: TestResult,
  repetitions: readonly TestResult[],
): RunVerdict {
  const outcomes = new Set(repetitions.map(({ outcome }) => outcome));
  const [only] = outcomes;
  const outcome = outcomes.size === 1 && (only === 'passed' || only === 'failed') ? only : 'flaky';
  const attempts = Math.max(...repetitions.map((one) => one.attempts));
  return { runId, startedAt, commit, version, target, lane, outcome, attempts };
}

/** Start, then id, so that runs of the same moment have an order too. */
const byTime = (a: RunVerdict, b: RunVerdict) =>
  Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.runId < b.runId ? -1 : 1);
