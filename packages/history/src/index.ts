export { runFolderOf } from './run-folder-of.ts';
export { earlierRuns, type EarlierRun, verdictIn } from './stored-runs.ts';
