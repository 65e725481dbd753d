import { plannedTestSchema, type RecordHeader, recordVersion, type RunRecord } from '@uat/record';
import type { PinnedPlan } from './pinned-plan.ts';

/** The record of a plan of which no shard left a record: every test in it is unknown. */
export function unrunRecord(
  plan: PinnedPlan,
  { runId, startedAt }: Pick<RecordHeader, 'runId' | 'startedAt'>,
): RunRecord {
  const excluded = plan.tests.flatMap(({ id, state, by = 'selection', reason = '' }) =>
    state === 'excluded' ? [{ id, by, reason }] : [],
  );
  const unknown = plan.tests.filter(({ state }) => state !== 'excluded').map(({ id }) => id);
  const tests = plan.tests.map((test) => plannedTestSchema.parse(test));
  const shards = plan.shards.length === 1 ? 'the only shard' : `any of the ${plan.shards.length} shards`;
  return {
    header: {
      ...{ schemaVersion: recordVersion, runId, startedAt, lane: plan.lane },
      request: { ...plan.request, lane: plan.lane, areas: plan.areas },
      ...{ suiteCommit: plan.pins.suiteCommit, planHash: plan.hash },
    },
    events: [
      { event: 'planned', hash: plan.hash, tests, assigned: unknown, excluded, unknown },
      { event: 'diagnostic', kind: 'infrastructure', message: `no record of ${shards} arrived` },
      { event: 'ended', at: startedAt },
    ],
  };
}
