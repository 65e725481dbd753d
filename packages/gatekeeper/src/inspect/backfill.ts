import { configurationError } from '@uat/core';
import type { Finding } from '@uat/intent';
import type { Change } from '@uat/linear';
import { noMemory } from '../decide/memory.ts';
import { markDue } from '../store/due-issues.ts';
import { memoryOf } from '../store/issues.ts';
import type { Database } from '../store/open-database.ts';
import { decisionInput } from '../work/decision-input.ts';
import { missedChanges } from '../work/missed-changes.ts';
import type { Inspection } from './open-inspection.ts';
import { outlook } from './outlook.ts';

/** Progress or result of a backfill. */
export interface Backfill {
  /** Number of issues in which something changed. */
  readonly changed: number;
  /** Number of those that are in work. */
  readonly inWork: number;
  /** Number of those that the service still has to judge, because they changed since it last did. */
  readonly due: number;
  /** In a dry run: each ticket in work, and what the service would do with it. */
  readonly tickets: readonly BackfillTicket[];
}

export interface BackfillTicket {
  readonly ticket: string;
  readonly title: string;
  readonly verdict: 'pass' | 'advise' | 'block';
  /** Ids of the rules that fail, including those in shadow mode. */
  readonly missing: readonly string[];
  /** What the service would do, as a sentence that begins with “would”. */
  readonly outlook: string;
}

export interface BackfillOptions {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Judges the tickets here and writes nothing. */
  readonly dryRun: boolean;
  /** Called after each page of the scan. */
  readonly onPage: (soFar: Backfill) => void;
}

/**
 * Reads the issues in work that changed since a day, and marks those that the service has not judged since as due.
 * A dry run judges them instead. Can be aborted and repeated at any time: marks that were written remain.
 * @throws UatError (configuration) when there is no database to write the marks to; LinearError
 */
export async function backfill(inspection: Inspection, options: BackfillOptions): Promise<Backfill> {
  const { linear, db, clock } = inspection;
  const { since, dryRun, onPage } = options;
  const marking = dryRun ? undefined : there(db);
  const changed = new Set<string>();
  const inWork = new Set<string>();
  const due = new Set<string>();
  const tickets: BackfillTicket[] = [];
  const soFar = (): Backfill => ({
    changed: changed.size,
    inWork: inWork.size,
    due: due.size,
    tickets: tickets.toSorted((a, b) => a.ticket.localeCompare(b.ticket, 'en', { numeric: true })),
  });
  let from: { since: number } | { cursor: string } = { since };
  for (let hasMore = true; hasMore;) {
    const { changes, cursor, more } = await linear.changedSince(from);
    for (const { issueId } of changes) changed.add(issueId);
    const started = changes.filter(
      ({ issueId, stateType }) => stateType === 'started' && !inWork.has(issueId),
    );
    for (const { issueId } of started) inWork.add(issueId);
    const missed = db === undefined ? started : await missedChanges(db, started, () => true);
    for (const { issueId } of missed) due.add(issueId);
    if (marking === undefined) tickets.push(...(await judged(inspection, started)));
    else {
      await markDue(
        marking,
        missed.map(({ issueId }) => ({ issueId, dueAt: clock.now() })),
      );
    }
    onPage(soFar());
    from = { cursor };
    hasMore = more;
  }
  return soFar();
}

function there(db: Database | undefined): Database {
  if (db !== undefined) return db;
  throw configurationError(
    'The gatekeeper has no database yet to mark tickets in: start it once and set DATABASE_URL or GATE_DATABASE to the same values, or use --dry-run.',
  );
}

async function judged(inspection: Inspection, started: readonly Change[]): Promise<BackfillTicket[]> {
  const { linear, db, clock } = inspection;
  const issues = await linear.issues(started.map(({ issueId }) => issueId));
  const found: BackfillTicket[] = [];
  for (const issue of issues.values()) {
    const memory = db === undefined ? noMemory : (await memoryOf(db, issue.id)).memory;
    const { decision, sentence } = outlook(await decisionInput(inspection, issue, memory, clock.now()));
    const { verdict, tree } = decision.result;
    found.push({
      ticket: issue.identifier,
      title: issue.title,
      verdict,
      missing: tree.children.filter(isFailed).map(({ name }) => name),
      outlook: sentence,
    });
  }
  return found;
}

const isFailed = ({ status }: Finding) => status === 'failed';
