import type { Priority } from '@uat/linear';
import { sql } from 'kysely';
import { type Effect, effectSchema } from '../decide/effect.ts';
import type { Database } from './open-database.ts';

/** A write that only this process may send. */
export interface OutboxEntry {
  readonly issueId: string;
  readonly number: number;
  readonly effect: Effect;
  readonly createdAt: number;
  readonly attempts: number;
  readonly by: string;
}

/** A write takes seconds; one that is taken over while still in progress finds the existing record. */
const leaseMs = 60_000;

/** Kinds of which only the newest matters: a pending or failed one is replaced. */
const replaced = new Set<Effect['kind']>(['comment', 'card', 'label']);

/** Moves and their explanations matter most to people, so they may use Linear's reserved budget. */
export const priorityOf = ({ kind }: Effect): Priority =>
  kind === 'comment' || kind === 'move' || kind === 'reply' ? 'essential' : 'ordinary';

/** Adds writes to the outbox, numbered from `first` on. */
export async function post(
  tx: Database,
  issueId: string,
  effects: readonly Effect[],
  { first, now }: { first: number; now: number },
): Promise<void> {
  if (effects.length === 0) return;
  const newer = effects.map(({ kind }) => kind).filter((kind) => replaced.has(kind));
  const outdated =
    newer.length === 0
      ? []
      : await tx
          .deleteFrom('outbox')
          .where('issue_id', '=', issueId)
          .where('kind', 'in', newer)
          .where('claimed_until', '<=', now)
          .returning('effect')
          .execute();
  const lackedComment = outdated.some(({ effect }) => {
    const earlier = effectSchema.parse(JSON.parse(effect));
    return earlier.kind === 'comment' && !earlier.isThere;
  });
  await tx
    .insertInto('outbox')
    .values(
      effects.map((effect, index) => {
        const number = first + index;
        const kept = effect.kind === 'comment' && lackedComment ? { ...effect, isThere: false } : effect;
        return {
          issue_id: issueId,
          number,
          ...laneOf(effect, issueId, number, now),
          kind: effect.kind,
          effect: JSON.stringify(kept),
          urgent: priorityOf(effect) === 'essential' ? 1 : 0,
          created_at: now,
          due_at: now,
          attempts: 0,
          claimed_by: null,
          claimed_until: 0,
          state: 'waiting',
          reason: null,
        };
      }),
    )
    .execute();
}

/**
 * A log is read and rewritten as a whole, so its entries are sent one after the other, whatever issue they belong to.
 */
function laneOf(effect: Effect, issueId: string, number: number, now: number) {
  return effect.kind === 'log'
    ? { lane: `log:${effect.teamId}`, position: now }
    : { lane: issueId, position: number };
}

/** Claims the next write: urgent ones first (or only these), and those of one issue in order. */
export async function claimEntry(
  db: Database,
  { by, now, onlyUrgent }: { by: string; now: number; onlyUrgent: boolean },
): Promise<OutboxEntry | undefined> {
  const row = await db
    .updateTable('outbox')
    .set({ claimed_by: by, claimed_until: now + leaseMs })
    .where(
      sql<boolean>`(issue_id, number) in (
        select issue_id, number from outbox as one
        where state = 'waiting' and due_at <= ${now} and claimed_until <= ${now} and urgent >= ${onlyUrgent ? 1 : 0}
          and not exists (
            select 1 from outbox as other
            where other.lane = one.lane and other.state = 'waiting'
              and (
                other.claimed_until > ${now}
                or (other.position, other.issue_id, other.number) < (one.position, one.issue_id, one.number)
              )
          )
        order by urgent desc, created_at, number
        limit 1
      )`,
    )
    .where('state', '=', 'waiting')
    .where('claimed_until', '<=', now)
    .returning(['issue_id', 'number', 'effect', 'created_at', 'attempts'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { issue_id: issueId, number, created_at: createdAt, attempts } = row;
  return { issueId, number, effect: effectSchema.parse(JSON.parse(row.effect)), createdAt, attempts, by };
}

/** Removes a write that was carried out. False when another process has taken it over. */
export async function finishEntry(tx: Database, { issueId, number, by }: OutboxEntry): Promise<boolean> {
  const gone = await tx
    .deleteFrom('outbox')
    .where('issue_id', '=', issueId)
    .where('number', '=', number)
    .where('claimed_by', '=', by)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Postpones a write. */
export async function postponeEntry(
  db: Database,
  { issueId, number, by }: OutboxEntry,
  { dueAt, reason }: { dueAt: number; reason: string },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ claimed_by: null, claimed_until: 0, due_at: dueAt, attempts: sql`attempts + 1`, reason })
    .where('issue_id', '=', issueId)
    .where('number', '=', number)
    .where('claimed_by', '=', by)
    .execute();
}

/** Moves a write that retrying cannot fix to the dead letters. */
export async function deadLetterEntry(
  db: Database,
  { issueId, number, by }: OutboxEntry,
  reason: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ claimed_by: null, claimed_until: 0, state: 'dead', attempts: sql`attempts + 1`, reason })
    .where('issue_id', '=', issueId)
    .where('number', '=', number)
    .where('claimed_by', '=', by)
    .execute();
}

/** Puts a dead letter back into the queue. False when there is none with this id. */
export async function revive(
  db: Database,
  { issueId, number }: { issueId: string; number: number },
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'waiting', due_at: now, attempts: 0, reason: null })
    .where('issue_id', '=', issueId)
    .where('number', '=', number)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
