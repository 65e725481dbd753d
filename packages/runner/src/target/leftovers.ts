import type { Session } from '@uat/config';
import { cleanUp, type ClientFor, nameOf, readLedger, recordInLedger, stampedBelongings } from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

/**
 * Removes what a run still has on a target, and verifies that it is gone: a target that confirms a removal and keeps the
 * resource breaks a promise. Includes resources whose creation was requested but never confirmed. Gives a sentence for
 * each resource that is still there or cannot be looked up.
 */
export async function leftovers(
  runId: string,
  target: Session['target'],
  clientFor: ClientFor,
  ledger: string,
): Promise<string[]> {
  const stayed = await cleanUp(ledger, clientFor);
  const { used, removed, unconfirmed, unreadable } = readLedger(ledger);
  if (stayed.length > 0 || !used) return stayed;

  // A run that made no users, for example, may not be allowed to list them; the kind of an unconfirmed resource is unknown.
  const made = new Set(removed.map(({ kind }) => kind));
  const kinds = unconfirmed.length > 0 || unreadable.length > 0 ? undefined : made;
  const there = await stampedBelongings(target, clientFor, kinds).catch((error: unknown) => {
    if (error instanceof KamiwazaError) return error;
    throw error;
  });
  if (there instanceof KamiwazaError) return [`what the run left cannot be looked up: ${there.message}`];
  const found = there.filter(({ stamp }) => stamp.runId === runId);
  const kept: string[] = [];
  for (const { belonging } of found) {
    if (removed.some(({ kind, id }) => kind === belonging.kind && id === belonging.id)) {
      kept.push(`${nameOf(belonging)} was removed and is still there`);
    } else recordInLedger(ledger, 'made', belonging);
  }
  return [...kept, ...(await cleanUp(ledger, clientFor))];
}
