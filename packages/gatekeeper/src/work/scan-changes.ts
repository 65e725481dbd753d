import { keep, kept } from '../store/kept.ts';
import { markDue } from '../store/due-issues.ts';
import { missedChanges } from './missed-changes.ts';
import type { Surroundings } from './surroundings.ts';

/** How far back the first scan looks: what happened while the gate was being installed. */
const firstMs = 3_600_000;

/**
 * Looks for changes that no webhook told of, one page a call.
 * @returns whether there is more to look through
 */
export async function scanChanges({ db, linear, clock }: Surroundings): Promise<boolean> {
  const cursor = await kept(db, 'scan-cursor');
  const now = clock.now();
  const page = await linear.changedSince(cursor === undefined ? { since: now - firstMs } : { cursor });
  const missed = await missedChanges(db, page.changes, ({ stateType }) => stateType === 'started');
  await db.transaction().execute(async (tx) => {
    await markDue(
      tx,
      missed.map(({ issueId }) => ({ issueId, dueAt: now })),
    );
    await keep(tx, 'scan-cursor', page.cursor);
    await keep(tx, 'last-scan', String(now));
  });
  return page.more;
}
