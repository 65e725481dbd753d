import type { Verdict } from '@uat/record';

/** A run in the history. */
export interface HistoryRun {
  runId: string;
  startedAt: string;
  /** End of the run; null when it was cut off. */
  endedAt: string | null;
  lane: string;
  /** Name of the target. */
  target: string;
  /** Version of the product that ran there. */
  version: string | null;
  contractVersion: string | null;
  /** Commit of the suites; null outside a repository. */
  commit: string | null;
  kind: Verdict['kind'];
  exitCode: number;
  seconds: number;
  areas: string[];
  counts: Verdict['counts'];
  /** Hash of its plan; null when it had none. */
  planHash: string | null;
  /** Whether it had every test of every area to account for, without a filter. */
  full: boolean;
  /** Whether it was a run of `uat`, or imported from another tool. */
  source: 'uat' | 'junit';
}
