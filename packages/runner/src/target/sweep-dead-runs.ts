import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '@uat/core';
import { type Session } from '@uat/config';
import {
  cleanUp,
  type ClientFor,
  resourceJournal,
  resourceJournalFile,
  type TaggedResource,
  taggedResources,
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
 * for and never heard of. What cannot be removed stays in the journal for the next time, and is no fault of this run.
 */
export async function sweepDeadRuns({ runs, target, clientFor, say }: SweepDeadRunsOptions): Promise<void> {
  let listed: Promise<TaggedResource[]> | undefined;
  const tagged = () => (listed ??= taggedOrNothing(target, clientFor, say));

  for (const journal of journalsIn(runs)) {
    const { targetUrl, pid, unconfirmed, unreadable } = resourceJournal(journal).read();
    if (targetUrl !== target.url || pid === undefined || pid === process.pid || isRunning(pid)) continue;
    if (unreadable.length > 0)
      say(`${journal}: line ${unreadable.join(', ')} cannot be read, and was left out`);
    const found = unconfirmed.length > 0 ? await tagged() : [];
    for (const { resource } of found.filter((one) => unconfirmed.includes(one.resource.name))) {
      resourceJournal(journal).created(resource);
    }
    const { open } = resourceJournal(journal).read();
    const stayed = await cleanUp(journal, clientFor);
    for (const sentence of stayed) say(`left by a killed run: ${sentence}`);
    const gone = open.length - stayed.length;
    if (gone > 0) say(`removed ${gone === 1 ? 'a thing' : `${gone} things`} that a killed run had left`);
  }
}

function journalsIn(runs: string[]): string[] {
  const folders = [...new Set(runs.map((folder) => path.resolve(folder)))].filter((folder) =>
    existsSync(folder),
  );
  return folders.flatMap((folder) =>
    readdirSync(folder).map((name) => resourceJournalFile(path.join(folder, name))),
  );
}

/** A target that does not say what is on it fails the tests, which can say more about it. */
async function taggedOrNothing(
  target: Session['target'],
  clientFor: ClientFor,
  say: SweepDeadRunsOptions['say'],
): Promise<TaggedResource[]> {
  try {
    return await taggedResources(target, clientFor);
  } catch (error) {
    if (!(error instanceof KamiwazaError)) throw error;
    say(`what a killed run left cannot be looked up: ${error.message}`);
    return [];
  }
}
