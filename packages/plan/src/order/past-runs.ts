import { isEvidence, type TestResult } from '@uat/history';
import { testOf } from '@uat/record';
import { estimates } from '../shards/estimates.ts';

/** The past of a test, as far as the order, the burn-in and the selection need it. */
export interface PastRuns {
  /** Runs that judged the test. */
  runs: number;
  /** Times that it failed after a run in which it had not. */
  breaks: number;
  /** Runs since the last failure, 0 when the last run failed; absent when none did. */
  sinceFailure?: number;
  /** Start of the last run that failed. */
  lastFailedAt?: string;
  lastRunId: string;
  /** Seconds in the latest runs, the last one last. */
  seconds: readonly number[];
}

/** Latest runs by which the duration is judged. */
const mostDurations = 20;

/** The past of each test, by its id without the repetition. */
export function pastRuns(history: readonly TestResult[]): Map<string, PastRuns> {
  const past = new Map<string, PastRuns>();
  const inOrder = history.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  for (const result of inOrder) {
    const test = testOf(result.test);
    const next = afterResult(past.get(test), result);
    if (next !== undefined) past.set(test, next);
  }
  return past;
}

/** The past of a test after one more result; unchanged by a result that says nothing about the test. */
export function afterResult(past: PastRuns | undefined, result: TestResult): PastRuns | undefined {
  if (!isEvidence(result)) return past;
  const isFailed = result.outcome === 'failed';
  const isSameRun = past?.lastRunId === result.runId;
  const wasFailed = past?.sinceFailure === 0;
  const since = sinceFailure(past, { isFailed, isSameRun });
  return {
    runs: (past?.runs ?? 0) + (isSameRun ? 0 : 1),
    breaks: (past?.breaks ?? 0) + (isFailed && !wasFailed ? 1 : 0),
    ...(since === undefined ? {} : { sinceFailure: since }),
    ...(isFailed
      ? { lastFailedAt: result.startedAt }
      : past?.lastFailedAt === undefined
        ? {}
        : { lastFailedAt: past.lastFailedAt }),
    lastRunId: result.runId,
    seconds: [...(past?.seconds ?? []), result.seconds].slice(-mostDurations),
  };
}

function sinceFailure(
  past: PastRuns | undefined,
  { isFailed, isSameRun }: { isFailed: boolean; isSameRun: boolean },
): number | undefined {
  if (isFailed) return 0;
  if (past?.sinceFailure === undefined || isSameRun) return past?.sinceFailure;
  return past.sinceFailure + 1;
}

/** Estimates of durations in seconds, the median of the latest ones where a test ran before; see `estimates`. */
export function expectedSeconds(
  past: ReadonlyMap<string, PastRuns>,
  capabilityOf?: (test: string) => string | undefined,
): (id: string) => number {
  const durations = new Map([...past].map(([id, { seconds }]) => [id, seconds]));
  const estimateOf = estimates(durations, {
    quantile: 0.5,
    ...(capabilityOf === undefined ? {} : { capabilityOf }),
  });
  return (id) => estimateOf(testOf(id)).seconds;
}
