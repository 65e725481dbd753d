export { fingerprint } from './fingerprint.ts';
export { fold, type Policy, type RunState } from './fold.ts';
export { judgeRun } from './judge-run.ts';
export { merge } from './merge.ts';
export type { FailureClass } from './judge/classify.ts';
export { type FailureCause, failureCauseOf, failureCauses } from './judge/failure-cause.ts';
export { testCounts } from './judge/counts.ts';
export { judge } from './judge/judge.ts';
export { type Outcome, outcomesOf } from './judge/outcomes.ts';
export {
  type Counts,
  type Verdict,
  type VerdictFailure,
  type VerdictKind,
  verdictKinds,
  verdictSchema,
} from './judge/verdict-schema.ts';
export { currentId, formerIds, removedId, renamedId } from './test-ids/aliases.ts';
export { type Aliases, readTestIds, type TestIds, testIdsFile, writeTestIds } from './test-ids/test-ids.ts';
export { namesOf, promiseOf, testOf } from './test-ids/names-of.ts';
export { placedBelow } from './placed-below.ts';
export { openTests } from './open-tests.ts';
export { type PlannedTest, plannedTestSchema } from './planned-test.ts';
export { rerunCommand } from './rerun-command.ts';
export { unclearTests } from './unclear-tests.ts';
export { beginRecord, followRecord, readRecord, recordedEvents, recordEvent } from './run-record.ts';
export { type RunRequest, runRequestSchema, type StopCondition } from './run-request.ts';
export { strayEntries } from './test-ids/stray-entries.ts';
export {
  type Attempt,
  type Diagnostic,
  type EventOf,
  type ExcludedTest,
  excludedTestSchema,
  type RunDiagnostic,
  type RecordEvent,
  type RecordHeader,
  recordVersion,
  type RunRecord,
} from './schema.ts';
