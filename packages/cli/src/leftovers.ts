import type { Session } from '@uat/config';
import { cleanUp, type ClientFor, nameOf, readLedger, recordInLedger, stampedBelongings } from '@uat/data';

/**
 * Removes what a run still has on a target, and looks whether it is gone: a target that says so and keeps it is a
 * broken promise. What was asked for by a test that was stopped before it heard the answer goes too. Gives a sentence
 * for each thing that is still there.
 */
export async function leftovers(
  runId: string,
  target: Session['target'],
  clientFor: ClientFor,
  ledger: string,
): Promise<string[]> {
  const stayed = await cleanUp(ledger, clientFor);
  const { used, removed } = readLedger(ledger);
  if (stayed.length > 0 || !used) return stayed;

  const found = (await stampedBelongings(target, clientFor)).filter(({ stamp }) => stamp.runId === runId);
  const kept: string[] = [];
  for (const { belonging } of found) {
    if (removed.some(({ kind, id }) => kind === belonging.kind && id === belonging.id)) {
      kept.push(`${nameOf(belonging)} was removed and is still there`);
    } else recordInLedger(ledger, 'made', belonging);
  }
  return [...kept, ...(await cleanUp(ledger, clientFor))];
}
