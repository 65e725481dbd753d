import type { Session } from '@uat/config';
import { cleanUp, type ClientFor, describeResource, resourceJournal, taggedResources } from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

/**
 * Removes what a run still has on a target, and verifies that it is gone: a target that confirms a removal and keeps
 * the resource breaks a promise. Includes resources whose creation was requested but never confirmed. Gives a sentence
 * for each resource that is still there or cannot be looked up.
 */
export async function removeOrphans(
  runId: string,
  target: Session['target'],
  clientFor: ClientFor,
  journal: string,
): Promise<string[]> {
  const stayed = await cleanUp(journal, clientFor);
  const { used, removed, unconfirmed, unreadable } = resourceJournal(journal).read();
  if (stayed.length > 0 || !used) return stayed;

  // A run that made no users, for example, may not be allowed to list them; the kind of an unconfirmed resource is
  // unknown.
  const made = new Set(removed.map(({ kind }) => kind));
  const kinds = unconfirmed.length > 0 || unreadable.length > 0 ? undefined : made;
  const there = await taggedResources(target, clientFor, kinds).catch((error: unknown) => {
    if (error instanceof KamiwazaError) return error;
    throw error;
  });
  if (there instanceof KamiwazaError) return [`what the run left cannot be looked up: ${there.message}`];
  const found = there.filter(({ runTag }) => runTag.runId === runId);
  const kept: string[] = [];
  for (const { resource } of found) {
    if (removed.some(({ kind, id }) => kind === resource.kind && id === resource.id)) {
      kept.push(`${describeResource(resource)} was removed and is still there`);
    } else resourceJournal(journal).created(resource);
  }
  return [...kept, ...(await cleanUp(journal, clientFor))];
}
