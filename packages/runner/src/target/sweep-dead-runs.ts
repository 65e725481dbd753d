import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '@uat/core';
import { type Session } from '@uat/config';
import {
  cleanUp,
  type ClientFor,
  ledgerFile,
  readLedger,
  recordInLedger,
  type StampedBelonging,
  stampedBelongings,
} from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

export interface SweepDeadRunsOptions {
  /** Folders that contain the folders of runs. */
  runs: string[];
  target: Session['target'];
  clientFor: ClientFor;
  /** Receives messages about removed, remaining and unreadable resources. */
  say: (line: string) => void;
}

/**
 * Removes from a target what killed runs of this machine left there, including resources whose creation was never confirmed.
 * A resource that cannot be removed stays in the ledger for the next time, without affecting this run.
 */
export async function sweepDeadRuns({ runs, target, clientFor, say }: SweepDeadRunsOptions): Promise<void> {
  let listed: Promise<StampedBelonging[]> | undefined;
  const stamped = () => (listed ??= stampedOrNothing(target, clientFor, say));

  for (const ledger of ledgersIn(runs)) {
    const { targetUrl, pid, unconfirmed, unreadable } = readLedger(ledger);
    if (targetUrl !== target.url || pid === undefined || pid === process.pid || isRunning(pid)) continue;
    if (unreadable.length > 0)
      say(`${ledger}: line ${unreadable.join(', ')} cannot be read, and was left out`);
    const found = unconfirmed.length > 0 ? await stamped() : [];
    for (const { belonging } of found.filter((one) => unconfirmed.includes(one.belonging.name))) {
      recordInLedger(ledger, 'made', belonging);
    }
    const { open } = readLedger(ledger);
    const stayed = await cleanUp(ledger, clientFor);
    for (const sentence of stayed) say(`left by a killed run: ${sentence}`);
    const gone = open.length - stayed.length;
    if (gone > 0) say(`removed ${gone === 1 ? 'a resource' : `${gone} resources`} of a killed run`);
  }
}

function ledgersIn(runs: string[]): string[] {
  const folders = [...new Set(runs.map((folder) => path.resolve(folder)))].filter((folder) =>
    existsSync(folder),
  );
  return folders.flatMap((folder) => readdirSync(folder).map((name) => ledgerFile(path.join(folder, name))));
}

/** The stamped resources on a target; none when it refuses to list them, which tests then report in detail. */
async function stampedOrNothing(
  target: Session['target'],
  clientFor: ClientFor,
  say: SweepDeadRunsOptions['say'],
): Promise<StampedBelonging[]> {
  try {
    return await stampedBelongings(target, clientFor);
  } catch (error) {
    if (!(error instanceof KamiwazaError)) throw error;
    say(`what a killed run left cannot be looked up: ${error.message}`);
    return [];
  }
}
