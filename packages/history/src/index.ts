export { type RecordedDurations, recordedDurations } from './recorded-durations.ts';
export { runFolderOf } from './run-folder-of.ts';
export type { TestResult } from './test-result.ts';
export { type StoredRun, storedRuns, verdictIn } from './stored-runs.ts';
export { type HistoryEntry, type TestHistory, testHistory } from './test-history.ts';
export { nightlyGaps } from './nightly/nightly-gaps.ts';
