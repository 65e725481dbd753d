import { createHash } from 'node:crypto';
import { jsonText } from '@uat/core';
import { verdictKinds, verdictSchema } from '@uat/record';
import { z } from 'zod';
import type { HistoryResult } from './history-result.ts';
import type { HistoryRun } from './history-run.ts';
import { jsonSchema, nullableText, timeSchema } from './row-values.ts';
import { storable } from './storable.ts';
import type { RunRow } from './tables.ts';

/** Reads a row; what another program or a damage has put there does not fit. */
export const runRowSchema = z
  .object({
    run_id: z.string(),
    started_at: timeSchema,
    ended_at: timeSchema.nullable(),
    lane: z.string(),
    target: z.string(),
    version: nullableText,
    contract_version: nullableText,
    suite_commit: nullableText,
    kind: z.enum(verdictKinds),
    exit_code: z.int().nonnegative(),
    seconds: z.number().nonnegative(),
    areas: jsonSchema.pipe(z.array(z.string())),
    counts: jsonSchema.pipe(verdictSchema.shape.counts),
    plan_hash: nullableText,
    is_full: z.union([z.literal(0), z.literal(1)]),
    source: z.enum(['uat', 'junit']),
  })
  .transform((row): HistoryRun => ({
    ...{ runId: row.run_id, startedAt: row.started_at, endedAt: row.ended_at, lane: row.lane },
    ...{ target: row.target, version: row.version, contractVersion: row.contract_version },
    ...{ commit: row.suite_commit, kind: row.kind, exitCode: row.exit_code, seconds: row.seconds },
    ...{ areas: row.areas, counts: row.counts, planHash: row.plan_hash, full: row.is_full === 1 },
    source: row.source,
  }));

/** The row of a run. */
export function runRow(run: HistoryRun, results: readonly HistoryResult[]): RunRow {
  return {
    run_id: storable(run.runId),
    digest: digestOf(run, results),
    started_at: Date.parse(run.startedAt),
    ended_at: run.endedAt === null ? null : Date.parse(run.endedAt),
    lane: storable(run.lane),
    target: storable(run.target),
    version: storable(run.version),
    contract_version: storable(run.contractVersion),
    suite_commit: storable(run.commit),
    kind: run.kind,
    exit_code: run.exitCode,
    seconds: run.seconds,
    areas: storable(jsonText(run.areas)),
    counts: jsonText(run.counts),
    plan_hash: storable(run.planHash),
    is_full: run.full ? 1 : 0,
    source: run.source,
  };
}

/** A hash of what happened in a run, whatever its id and the order of its results. */
function digestOf(
  { startedAt, lane, target, planHash, kind }: HistoryRun,
  results: readonly HistoryResult[],
): string {
  const outcomes = results
    .map(({ test, outcome, attempts, seconds }) => JSON.stringify([test, outcome, attempts, seconds]))
    .toSorted();
  return createHash('sha256')
    .update(JSON.stringify([startedAt, lane, target, planHash, kind, outcomes]))
    .digest('hex');
}
