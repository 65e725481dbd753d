import { readLedger, recordInLedger } from './resource-journal.ts';
import { type ClientFor, nameOf, removeBelonging } from './remove-resource.ts';

/**
 * Removes what a ledger still holds, the newest first, and gives a sentence for each thing that stayed. Goes on after
 * a failure: one thing that stays is no reason to leave the others.
 */
export async function cleanUp(ledger: string, clientFor: ClientFor): Promise<string[]> {
  const stayed: string[] = [];
  for (const belonging of readLedger(ledger).open) {
    try {
      await removeBelonging(belonging, clientFor);
      recordInLedger(ledger, 'removed', belonging);
    } catch (error) {
      stayed.push(
        `${nameOf(belonging)} could not be removed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return stayed;
}
