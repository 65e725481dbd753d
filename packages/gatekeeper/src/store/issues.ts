import { UatError } from '@uat/core';
import { type Memory, memorySchema, noMemory } from '../decide/memory.ts';
import type { Database } from './open-database.ts';

/** The memory of an issue, and what happened to it outside of judging. */
export interface Remembered {
  readonly memory: Memory;
  /** Number of writes decided for the issue so far. */
  readonly effects: number;
  /** Causes of reverts that were decided but not carried out, and so removed from the memory. */
  readonly dropped: readonly string[];
}

export async function memoryOf(db: Database, issueId: string): Promise<Remembered> {
  const row = await db
    .selectFrom('issue')
    .select(['memory', 'effects', 'lost_comments'])
    .where('issue_id', '=', issueId)
    .executeTakeFirst();
  if (row === undefined) return { memory: noMemory, effects: 0, dropped: [] };
  const dropped = await db
    .selectFrom('dropped_revert')
    .select('cause')
    .where('issue_id', '=', issueId)
    .execute();
  const causes = new Set(dropped.map(({ cause }) => cause));
  const memory = memoryIn(row.memory);
  const isLost = memory.comment.number < row.lost_comments;
  return {
    memory: {
      ...memory,
      // A comment that a person deleted is not written again until there is something new to say.
      comment: isLost ? { number: row.lost_comments } : memory.comment,
      reverts: memory.reverts.filter(({ cause }) => !causes.has(cause)),
    },
    effects: row.effects,
    dropped: [...causes],
  };
}

/** Parses the memory in a row. */
export function memoryIn(text: string): Memory {
  const parsed = memorySchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new UatError(
    'infrastructure',
    `The gate's database holds a row that this version cannot read (${parsed.error.issues[0]?.path.join('.') ?? ''}): it was written by a newer version.`,
  );
}

export async function remember(
  tx: Database,
  issueId: string,
  memory: Memory,
  { effects, dropped, now }: Omit<Remembered, 'memory'> & { now: number },
): Promise<void> {
  if (dropped.length > 0) {
    await tx
      .deleteFrom('dropped_revert')
      .where('issue_id', '=', issueId)
      .where('cause', 'in', dropped)
      .execute();
  }
  const row = {
    identifier: memory.identifier,
    verdict: memory.verdict ?? null,
    note_id: memory.note?.id ?? null,
    effects,
    memory: JSON.stringify(memory),
    updated_at: now,
  };
  await tx
    .insertInto('issue')
    .values({ issue_id: issueId, lost_comments: 0, ...row })
    .onConflict((conflict) => conflict.column('issue_id').doUpdateSet(row))
    .execute();
}
