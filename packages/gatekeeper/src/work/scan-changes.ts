import { storeValue, storedValue } from '../store/stored-value.ts';
import { markDue } from '../store/due-issues.ts';
import { missedChanges } from './missed-changes.ts';
import type { GateContext } from './gate-context.ts';

/** How far back the first scan looks: covers what happened during the installation. */
const firstMs = 3_600_000;

/**
 * Reads one page of changes that no webhook may have reported.
 * @returns whether there are more pages to read
 */
export async function scanChanges({ db, linear, clock }: GateContext): Promise<boolean> {
  const cursor = await storedValue(db, 'scan-cursor');
  const now = clock.now();
  const page = await linear.changedSince(cursor === undefined ? { since: now - firstMs } : { cursor });
  const missed = await missedChanges(db, page.changes, ({ stateType }) => stateType === 'started');
  await db.transaction().execute(async (tx) => {
    await markDue(
      tx,
      missed.map(({ issueId }) => ({ issueId, dueAt: now })),
    );
    await storeValue(tx, 'scan-cursor', page.cursor);
    await storeValue(tx, 'last-scan', String(now));
  });
  return page.more;
}
