import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** An issue that only this process may judge until `until`. */
export interface Claim {
  readonly issueId: string;
  readonly generation: number;
  readonly attempts: number;
  readonly by: string;
}

/** Longer than judging takes; afterwards another process may take over from one that was killed. */
const leaseMs = 60_000;

/** Marks issues as due, or as due sooner. */
export async function markDue(
  db: Database,
  due: readonly { issueId: string; dueAt: number }[],
): Promise<void> {
  const soonest = new Map<string, number>();
  for (const { issueId, dueAt } of due) {
    soonest.set(issueId, Math.min(dueAt, soonest.get(issueId) ?? Number.POSITIVE_INFINITY));
  }
  if (soonest.size === 0) return;
  await db
    .insertInto('due_issue')
    .values(
      // A fixed order, so that two processes do not deadlock on each other's rows.
      [...soonest]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([issue_id, due_at]) => ({
          issue_id,
          due_at,
          generation: 1,
          claimed_by: null,
          claimed_until: 0,
          attempts: 0,
        })),
    )
    .onConflict((conflict) =>
      conflict.column('issue_id').doUpdateSet({
        generation: sql`due_issue.generation + 1`,
        due_at: sql`case when due_issue.due_at < excluded.due_at then due_issue.due_at else excluded.due_at end`,
      }),
    )
    .execute();
}

/** Claims up to `limit` issues that are due, longest waiting first. */
export async function claimDue(
  db: Database,
  { by, now, limit }: { by: string; now: number; limit: number },
): Promise<Claim[]> {
  const rows = await db
    .updateTable('due_issue')
    .set({ claimed_by: by, claimed_until: now + leaseMs })
    .where('issue_id', 'in', (query) =>
      query
        .selectFrom('due_issue')
        .select('issue_id')
        .where('due_at', '<=', now)
        .where('claimed_until', '<=', now)
        .orderBy('due_at')
        .limit(limit),
    )
    // Checked again: on PostgreSQL another process may have claimed the row since it was selected.
    .where('claimed_until', '<=', now)
    .returning(['issue_id', 'generation', 'attempts'])
    .execute();
  return rows.map(({ issue_id, generation, attempts }) => ({ issueId: issue_id, generation, attempts, by }));
}

/**
 * Ends a claim within the transaction that stores its outcome. The issue stays due if a hint arrived in the meantime.
 * @returns false when another process has taken over the claim; the decision must not be stored then
 */
export async function endClaim(tx: Database, { issueId, generation, by }: Claim): Promise<boolean> {
  const gone = await tx
    .deleteFrom('due_issue')
    .where('issue_id', '=', issueId)
    .where('generation', '=', generation)
    .where('claimed_by', '=', by)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) return true;
  const freed = await tx
    .updateTable('due_issue')
    .set({ claimed_by: null, claimed_until: 0, attempts: 0 })
    .where('issue_id', '=', issueId)
    .where('claimed_by', '=', by)
    .executeTakeFirst();
  return freed.numUpdatedRows > 0n;
}

/** Releases a claim, to be taken again at `dueAt`. */
export async function postponeClaim(db: Database, { issueId, by }: Claim, dueAt: number): Promise<void> {
  await db
    .updateTable('due_issue')
    .set({ claimed_by: null, claimed_until: 0, due_at: dueAt, attempts: sql`attempts + 1` })
    .where('issue_id', '=', issueId)
    .where('claimed_by', '=', by)
    .execute();
}
