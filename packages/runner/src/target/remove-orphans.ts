import type { Session } from '@uat/config';
import { cleanUp, type ClientFor, describeResource, resourceJournal, taggedResources } from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

/**
 * Removes what a run still has on a target, and looks whether it is gone: a target that says so and keeps it is a
 * broken promise. What was asked for by a test that was stopped before it heard the answer goes too. Gives a sentence
 * for each thing that is still there, or that nobody can look up.
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

  // Whoever made no users, say, need not be allowed to list them; but nobody knows what it was that was never heard of.
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
