import { stateIn, storedRuns } from '../stored-runs.ts';
import { historyRows } from './history-rows.ts';
import type { HistoryStore } from './history-store.ts';
import { isHistoric } from './is-historic.ts';

/** Records the runs whose folders are in `.uat/runs`. */
export async function backfill(store: HistoryStore, root: string): Promise<void> {
  for (const { folder, verdict } of storedRuns(root)) {
    const state = stateIn(folder);
    if (state !== undefined && isHistoric(state)) await store.record(historyRows(state, verdict));
  }
}
