import { age } from '@uat/core';
import type { RunRequest, RunState, Verdict } from '@uat/record';
import { historyRows } from './history-rows.ts';
import { isHistoric } from './is-historic.ts';
import { type HistoryEnvironment, openHistory } from './open-history.ts';

/** How long runs are kept, unless `UAT_HISTORY_KEEP` says otherwise. */
export const keptAge = '180d';

export interface AddToHistoryOptions {
  env: HistoryEnvironment & { UAT_HISTORY_KEEP?: string | undefined };
  /** Folder that contains `.uat`. */
  root: string;
  /** The request as made; by default as recorded. */
  request?: RunRequest;
  /** Receives a sentence when something went wrong. */
  warn: (sentence: string) => void;
}

/**
 * Adds a run to the history and prunes it by age. A run that does not belong there is left out; a failure is a warning,
 * because the run has its verdict already, and leaves the earlier history as it was.
 */
export async function addToHistory(
  { state, verdict }: { state: RunState; verdict: Verdict },
  { env, root, request, warn }: AddToHistoryOptions,
): Promise<void> {
  if (!isHistoric(state, request)) return;
  try {
    const kept = age(env.UAT_HISTORY_KEEP ?? keptAge);
    await using history = await openHistory(env, root, { say: warn });
    await history.record(historyRows(state, verdict));
    await history.prune(new Date(Date.now() - kept));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    warn(`This run is not in the history: ${why}`);
  }
}
