import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '@uat/config';
import { cleanUp, type ClientFor, ledgerFile, readLedger } from '@uat/data';

/**
 * Removes from a target what runs of this machine left there that were killed before they could. What cannot be
 * removed stays in the ledger for the next time.
 */
export async function sweepDeadRuns(runs: string, targetUrl: string, clientFor: ClientFor): Promise<void> {
  const folders = existsSync(runs) ? readdirSync(runs).map((name) => path.join(runs, name)) : [];
  for (const ledger of folders.map(ledgerFile)) {
    const { targetUrl: where, pid, open } = readLedger(ledger);
    const dead = pid !== undefined && pid !== process.pid && !isRunning(pid);
    if (where === targetUrl && dead && open.length > 0) await cleanUp(ledger, clientFor);
  }
}
