import { consistentFailure, failureSentence, historyRows, isHistoric, openHistory } from '@uat/history';
import { judge, promiseOf, recordEvent, type RunRequest, type RunState } from '@uat/record';

/** Beyond this number of failures their cause is no single test, and the history of each says little. */
const mostFailures = 50;

export interface RecordHistoryOptions {
  /** Folder of the run's record. */
  folder: string;
  /** Folder that contains `.uat`. */
  root: string;
  request: RunRequest;
  say: (line: string) => void;
}

/**
 * Records what the history says about each failed test of a run, so that the run is judged alike without the history.
 * A history that cannot be read is a message, and no trouble of the run.
 */
export async function recordHistory(state: RunState, options: RecordHistoryOptions): Promise<void> {
  const { folder, root, request, say } = options;
  const { results, run } = historyRows(state, judge(state));
  const failures = results.filter(({ outcome }) => outcome === 'failed').slice(0, mostFailures);
  const { shard: _shard, ...header } = state.header;
  if (failures.length === 0 || !isHistoric({ ...state, header }, request)) return;
  try {
    const aliases = Object.fromEntries(
      state.planned.flatMap(({ id, aliases: former }) =>
        former.map((old) => [promiseOf(old), promiseOf(id)]),
      ),
    );
    await using history = await openHistory(process.env, root, { aliases, say });
    for (const failure of failures) {
      const { rows } = await history.results({ test: promiseOf(failure.test) });
      const earlier = rows.filter(({ test, runId }) => test === failure.test && runId !== failure.runId);
      recordEvent(folder, {
        event: 'history',
        id: failure.test,
        sentence: failureSentence(failure, { history: earlier }).text,
        consistent: consistentFailure([...earlier, failure], run.lane),
      });
    }
  } catch (error) {
    say(`history  not read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
