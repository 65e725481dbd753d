import { randomUUID } from 'node:crypto';
import type { Database } from './open-database.ts';

/** Appends to the audit log, which is kept forever. The detail holds no ticket text. */
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
