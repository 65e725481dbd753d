import type { Session } from '@uat/config';
import { cleanUp, type ClientFor, nameOf, readLedger, recordInLedger, stampedBelongings } from '@uat/data';
import { KamiwazaError } from '@uat/sdk';

/**
 * Removes what a run still has on a target, and looks whether it is gone: a target that says so and keeps it is a
 * broken promise. What was asked for by a test that was stopped before it heard the answer goes too. Gives a sentence
 * for each thing that is still there, or that nobody can look up.
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

  // Whoever made no users, say, need not be allowed to list them; but nobody knows what it was that was never heard of.
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
