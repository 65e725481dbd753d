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
  /** Folders that contain the folders of runs. */
  runs: string[];
  target: Session['target'];
  clientFor: ClientFor;
  /** Receives messages about removed, remaining and unreadable resources. */
  say: (line: string) => void;
}

/**
 * Removes from a target what killed runs of this machine left there, including resources whose creation was never
 * confirmed. A resource that cannot be removed stays in the journal for the next time, without affecting this run.
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
    if (gone > 0) say(`removed ${gone === 1 ? 'a resource' : `${gone} resources`} of a killed run`);
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

/** The tagged resources on a target; none when it refuses to list them, which tests then report in detail. */
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
