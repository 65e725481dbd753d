import { configurationError } from '@uat/core';
import type { Cycle, Snapshot, TicketFields } from '@uat/intent';
import type { IssueSnapshot } from '@uat/linear';
import { cyclesOf } from '../decide/decide.ts';
import { noMemory } from '../decide/memory.ts';
import { linksOf, snapshotOf } from '../decide/snapshot-of.ts';
import { memoryOf } from '../store/issues.ts';
import { decisionInput } from '../work/decision-input.ts';
import type { Inspection } from './open-inspection.ts';
import { type Outlook, outlook } from './outlook.ts';

/** A Linear ticket as the service sees it, ready to be evaluated against a policy. */
export interface InspectedTicket {
  readonly snapshot: Snapshot;
  readonly fields: TicketFields;
  /** Which rules the service applies in the ticket's state. */
  readonly at: 'entry' | 'done';
  readonly cycles: readonly Cycle[];
  readonly outlook: Outlook;
}

/** Text and labels to try on a ticket instead of its own. */
export interface TicketEdit {
  readonly description?: string | undefined;
  readonly labels?: readonly string[] | undefined;
}

/**
 * Reads a ticket together with the gate's memory of it, and changes nothing.
 * @param id `ENG-123`
 * @throws UatError (configuration) for a malformed id, and for a ticket that cannot be seen; LinearError
 */
export async function inspectTicket(
  inspection: Inspection,
  id: string,
  edit: TicketEdit = {},
): Promise<InspectedTicket> {
  if (!/^[a-z][a-z0-9]*-\d+$/i.test(id)) {
    throw configurationError(`'${id}' is not a ticket: give its identifier in Linear, such as ENG-123.`);
  }
  const { linear, db, clock, directory, publicUrl } = inspection;
  const read = await linear.issue(id.toUpperCase());
  if (read === undefined) {
    const { name } = await directory.viewer();
    throw configurationError(
      `${name} cannot see a ticket ${id.toUpperCase()}: check the number, and whether the token has access to the team.`,
    );
  }
  const issue = edited(read, edit);
  const memory = db === undefined ? noMemory : (await memoryOf(db, issue.id)).memory;
  const asked = await decisionInput(inspection, issue, memory, clock.now());
  const seen = outlook(asked);
  const links = linksOf(issue, publicUrl);
  return {
    // Commands in comments count even if the service has not read them yet.
    snapshot: snapshotOf(issue, links, seen.decision.memory, asked.selfId),
    fields: links.fields,
    at: issue.state.type === 'completed' ? 'done' : 'entry',
    cycles: cyclesOf(asked),
    outlook: seen,
  };
}

function edited(issue: IssueSnapshot, { description, labels }: TicketEdit): IssueSnapshot {
  return {
    ...issue,
    ...(description !== undefined && { description }),
    ...(labels !== undefined && { labels: labels.map((name) => ({ id: name, name })) }),
  };
}
