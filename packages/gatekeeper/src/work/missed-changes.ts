import type { Change } from '@uat/linear';
import type { Database } from '../store/open-database.ts';

/** Changes that were not judged yet: all of those of known issues, and of others those that `isNews` selects. */
export async function missedChanges(
  db: Database,
  changes: readonly Change[],
  isNews: (change: Change) => boolean,
): Promise<Change[]> {
  const ids = [...new Set(changes.map(({ issueId }) => issueId))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('issue')
    .select(['issue_id', 'updated_at'])
    .where('issue_id', 'in', ids)
    .execute();
  const judged = new Map(rows.map(({ issue_id, updated_at }) => [issue_id, updated_at]));
  return changes.filter((change) => {
    const judgedAt = judged.get(change.issueId);
    // Linear's clock may differ from ours.
    return judgedAt === undefined ? isNews(change) : judgedAt < change.at + 60_000;
  });
}
