import { failureCauses, type Outcome, promiseOf } from '@uat/record';
import { z } from 'zod';
import type { HistoryResult } from './history-result.ts';
import { nullableText, timeSchema } from './row-values.ts';
import { storable } from './storable.ts';
import type { ResultRow } from './tables.ts';

const outcomeKinds = [
  ...(['passed', 'failed', 'flaky', 'skipped', 'notEligible', 'notRun', 'unknown'] as const),
] satisfies Outcome['kind'][];

/** Longer texts are cut: the history is for recognising an error, the run's folder for studying it. */
const longestDetail = 500;

/** Reads a result; what another program or a damage has put there does not fit. */
export const resultRowSchema = z.object({
  run_id: z.string(),
  test: z.string(),
  title: z.string(),
  outcome: z.enum(outcomeKinds),
  cause: z.enum(failureCauses).nullable(),
  attempts: z.int().nonnegative(),
  seconds: z.number().nonnegative(),
  fingerprint: nullableText,
  detail: nullableText,
});

/** Reads the facts about a run that each of its results repeats. */
export const runFactsSchema = z
  .object({
    run_id: z.string(),
    started_at: timeSchema,
    suite_commit: nullableText,
    target: z.string(),
    version: nullableText,
    lane: z.string(),
  })
  .transform(({ run_id: runId, started_at: startedAt, suite_commit: commit, target, version, lane }) => ({
    ...{ runId, startedAt, commit, target, version, lane },
  }));

/**
 * The result in a row.
 * @param test The current id of its test.
 */
export function resultOf(
  row: z.output<typeof resultRowSchema>,
  run: z.output<typeof runFactsSchema>,
  test: string,
): HistoryResult {
  const result: HistoryResult = {
    test,
    title: row.title,
    runId: run.runId,
    startedAt: run.startedAt,
    commit: run.commit,
    target: run.target,
    version: run.version,
    lane: run.lane,
    outcome: row.outcome,
    attempts: row.attempts,
    seconds: row.seconds,
  };
  if (row.cause !== null) result.cause = row.cause;
  if (row.fingerprint !== null) result.fingerprint = row.fingerprint;
  if (row.detail !== null) result.detail = row.detail;
  return result;
}

/** The row of a result. */
export function resultRow(result: HistoryResult): ResultRow {
  const { fingerprint = null, detail = null } = result;
  return {
    run_id: storable(result.runId),
    test: storable(result.test),
    promise: storable(promiseOf(result.test)),
    title: storable(result.title),
    outcome: result.outcome,
    cause: result.cause ?? null,
    attempts: result.attempts,
    seconds: result.seconds,
    fingerprint: storable(fingerprint),
    detail: storable(detail?.slice(0, longestDetail) ?? null),
  };
}
