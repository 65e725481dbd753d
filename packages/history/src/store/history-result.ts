import type { TestResult } from '../test-result.ts';

/** The result of one test in one run, with what people read. */
export interface HistoryResult extends TestResult {
  title: string;
  /** The error of its last failed attempt, or the reason why it has no result. */
  detail?: string;
}
