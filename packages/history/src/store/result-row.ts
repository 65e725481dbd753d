import { type Aliases, currentId, type Outcome, promiseOf, verdictSchema } from '@uat/record';
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

/** Reads a result with the facts about its run; what another program or a damage has put there does not fit. */
export const resultRowSchema = z
  .object({
    run_id: z.string(),
    started_at: timeSchema,
    suite_commit: nullableText,
    target: z.string(),
    version: nullableText,
    lane: z.string(),
    test: z.string(),
    title: z.string(),
    outcome: z.enum(outcomeKinds),
    class: verdictSchema.shape.failures.element.shape.class.nullable(),
    attempts: z.int().nonnegative(),
    seconds: z.number().nonnegative(),
    fingerprint: nullableText,
    detail: nullableText,
  })
  .transform((row): HistoryResult => {
    const { test, title, target, version, lane, outcome, attempts, seconds, fingerprint, detail } = row;
    return {
      ...{ test, title, runId: row.run_id, startedAt: row.started_at, commit: row.suite_commit },
      ...{ target, version, lane, outcome, attempts, seconds },
      ...(row.class === null ? {} : { class: row.class }),
      ...(fingerprint === null ? {} : { fingerprint }),
      ...(detail === null ? {} : { detail }),
    };
  });

/** A result under the current id of its test. */
export function underCurrentId(result: HistoryResult, aliases: Aliases): HistoryResult {
  const test = currentId(aliases, result.test) ?? result.test;
  return test === result.test ? result : { ...result, test };
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
    class: result.class ?? null,
    attempts: result.attempts,
    seconds: result.seconds,
    fingerprint: storable(fingerprint),
    detail: storable(detail?.slice(0, longestDetail) ?? null),
  };
}
