import { randomUUID } from 'node:crypto';
import type { Database } from './open-database.ts';

/** What is written down for ever. The detail holds no text of a ticket. */
export interface AuditEntry {
  readonly issueId: string;
  readonly event:
    | 'verdict'
    | 'move'
    | 'override'
    | 'revoke'
    | 'decision'
    | 'asked'
    | 'dead-letter'
    | 'dropped';
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function writeAudit(tx: Database, entries: readonly AuditEntry[], now: number): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('audit')
    .values(
      entries.map(({ issueId, event, detail }) => ({
        id: randomUUID(),
        at: now,
        issue_id: issueId,
        event,
        detail: JSON.stringify(detail),
      })),
    )
    .execute();
}
