import { durably } from '@uat/database';
import type { Database } from './open-database.ts';
import { storeValue } from './stored-value.ts';
import { markDue } from './due-issues.ts';

/** A verified delivery, with the hint that it gives. */
export interface Delivery {
  readonly deliveryId: string;
  readonly bodyHash: string;
  readonly kind: string;
  readonly receivedAt: number;
  readonly hint: Hint | undefined;
  readonly move: { readonly issueId: string; readonly actorId: string; readonly at: number } | undefined;
}

/** What may need to be looked at. */
export interface Hint {
  readonly on: 'issue' | 'document';
  readonly id: string;
  /** Whether the hint matters even if the gate has never dealt with the issue. */
  readonly isNews: boolean;
  readonly dueAt: number;
}

/**
 * Accepts deliveries, all or none. Once it resolves they are on disk, and the issues they hint at are due.
 * @returns how many were new; the rest were duplicates
 */
export async function accept(db: Database, deliveries: readonly Delivery[]): Promise<number> {
  return await durably(db, async (tx) => {
    const inserted = await tx
      .insertInto('inbox')
      .values(
        deliveries.map(({ deliveryId, bodyHash, kind, receivedAt }) => ({
          delivery_id: deliveryId,
          body_hash: bodyHash,
          kind,
          received_at: receivedAt,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('delivery_id')
      .execute();
    const isNew = new Set(inserted.map(({ delivery_id }) => delivery_id));
    const fresh = deliveries.filter(({ deliveryId }) => isNew.delete(deliveryId));
    const hints = fresh.flatMap(({ hint }) => hint ?? []);
    await markDue(tx, await dueFor(tx, hints));
    const moves = fresh.flatMap(({ move }) => move ?? []);
    if (moves.length > 0) {
      await tx
        .insertInto('card_move')
        .values(moves.map(({ issueId, actorId, at }) => ({ issue_id: issueId, actor_id: actorId, at })))
        .execute();
    }
    await storeValue(tx, 'last-webhook', String(Math.max(...deliveries.map(({ receivedAt }) => receivedAt))));
    return fresh.length;
  });
}

/** Marks issues as due by these hints: all news, and otherwise the issues that the gate knows. */
async function dueFor(db: Database, hints: readonly Hint[]): Promise<{ issueId: string; dueAt: number }[]> {
  const asked = hints.filter(({ on, isNews }) => on === 'issue' && !isNews).map(({ id }) => id);
  const documents = hints.filter(({ on }) => on === 'document').map(({ id }) => id);
  const known = new Set(
    asked.length === 0
      ? []
      : (await db.selectFrom('issue').select('issue_id').where('issue_id', 'in', asked).execute()).map(
          ({ issue_id }) => issue_id,
        ),
  );
  const notes = new Map(
    documents.length === 0
      ? []
      : (
          await db
            .selectFrom('issue')
            .select(['issue_id', 'note_id'])
            .where('note_id', 'in', documents)
            .execute()
        ).map(({ issue_id, note_id }) => [note_id, issue_id]),
  );
  return hints.flatMap(({ on, id, isNews, dueAt }) => {
    if (on === 'document') return [{ issueId: notes.get(id) ?? `document:${id}`, dueAt }];
    return isNews || known.has(id) ? [{ issueId: id, dueAt }] : [];
  });
}

/**
 * Deletes deliveries and moves too old to be repeated: Linear's last retry comes seven hours after the first attempt.
 */
export async function forgetOld(db: Database, now: number): Promise<void> {
  const day = 86_400_000;
  await db
    .deleteFrom('inbox')
    .where('received_at', '<', now - 14 * day)
    .execute();
  await db
    .deleteFrom('card_move')
    .where('at', '<', now - day)
    .execute();
}
