import type { RecordHeader, RunRequest } from '@uat/record';
import type { StagingFolder } from './staging-folder.ts';

/** A run in progress: its request, its folders, and when it has to end. */
export interface Run {
  header: RecordHeader;
  request: RunRequest;
  /** Path of the folder that holds its record. */
  folder: string;
  /** Private folders for what is not redacted yet. */
  staging: StagingFolder;
  /** Aborted when the run has to end. */
  stop: AbortSignal;
  say: (line: string) => void;
  /** Whether standard output shows the progress of the tests. */
  progress: boolean;
}
