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
  /** Folders in which runs have theirs. */
  runs: string[];
  target: Session['target'];
  clientFor: ClientFor;
  /** Told what was removed, what stayed and why, and what could not be read. */
  say: (line: string) => void;
}

/**
 * Removes from a target what runs of this machine left there that were killed before they could, also what they asked
 * for and never heard of. What cannot be removed stays in the ledger for the next time, and is no fault of this run.
 */
export async function sweepDeadRuns({ runs, target, clientFor, say }: SweepDeadRunsOptions): Promise<void> {
  let listed: Promise<StampedBelonging[]> | undefined;
  const stamped = () => (listed ??= stampedOrNothing(target, clientFor, say));

  for (const ledger of ledgersIn(runs)) {
    const { targetUrl, pid, unheard, unreadable } = readLedger(ledger);
    if (targetUrl !== target.url || pid === undefined || pid === process.pid || isRunning(pid)) continue;
    if (unreadable.length > 0)
      say(`${ledger}: line ${unreadable.join(', ')} cannot be read, and was left out`);
    const found = unheard.length > 0 ? await stamped() : [];
    for (const { belonging } of found.filter((one) => unheard.includes(one.belonging.name))) {
      recordInLedger(ledger, 'made', belonging);
    }
    const { open } = readLedger(ledger);
    const stayed = await cleanUp(ledger, clientFor);
    for (const sentence of stayed) say(`left by a killed run: ${sentence}`);
    const gone = open.length - stayed.length;
    if (gone > 0) say(`removed ${gone === 1 ? 'a thing' : `${gone} things`} that a killed run had left`);
  }
}

function ledgersIn(runs: string[]): string[] {
  const folders = [...new Set(runs.map((folder) => path.resolve(folder)))].filter((folder) =>
    existsSync(folder),
  );
  return folders.flatMap((folder) => readdirSync(folder).map((name) => ledgerFile(path.join(folder, name))));
}

/** A target that does not say what is on it fails the tests, which can say more about it. */
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
