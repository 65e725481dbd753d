import type { FailureCause, Outcome } from '@uat/record';

/** The result of one test in one run. */
export interface TestResult {
  /** Id of the test, with its repetition. */
  test: string;
  runId: string;
  /** Start of the run. */
  startedAt: string;
  /** Commit of the suites; null outside a repository. */
  commit: string | null;
  /** Name of the target. */
  target: string;
  /** Version of the product that ran there. */
  version: string | null;
  lane: string;
  outcome: Outcome['kind'];
  /** Cause of a failure. */
  cause?: FailureCause;
  attempts: number;
  /** Seconds of all attempts. */
  seconds: number;
  /** Hash of the error. */
  fingerprint?: string;
}
