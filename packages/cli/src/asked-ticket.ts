import { configurationError } from '@uat/core';
import type { EvaluateOptions, Policy, Snapshot } from '@uat/intent';
import { readText } from './read-text.ts';
import type { StopSignals } from './stop-signals.ts';

/** Which ticket a policy is to be asked about. */
export interface TicketOptions {
  /** The ticket in Linear. */
  ticket?: string;
  /** The text of a ticket; with `ticket`, the text that is tried on it. */
  file?: string;
  labels?: string;
}

/** A ticket, and how the rules are to be asked of it. */
export interface AskedTicket {
  readonly snapshot: Snapshot;
  readonly how: EvaluateOptions;
  /** What the service would do about it now, as a sentence; of a ticket in Linear only. */
  readonly outlook?: string;
}

/**
 * The ticket that is named, from Linear, from a file, or from Linear with the text of a file.
 * @throws UatError (configuration) when none is named, or it cannot be read; LinearError
 */
export async function askedTicket(
  { ticket, file, labels }: TicketOptions,
  policy: Policy,
  stop: StopSignals,
): Promise<AskedTicket> {
  const description = file === undefined ? undefined : readText(file, 'ticket');
  if (ticket === undefined) {
    if (file === undefined || description === undefined) {
      throw configurationError(
        'Name a ticket of Linear (ENG-123), or the file of its text (--file ticket.md).',
      );
    }
    return { snapshot: { id: file, description, labels: namesIn(labels ?? '') }, how: {} };
  }
  const { openInspection, inspectTicket } = await import('@uat/gatekeeper');
  await using inspection = await openInspection({ environment: process.env, policy, signal: stop.signal });
  const edit = { description, labels: labels === undefined ? undefined : namesIn(labels) };
  const { snapshot, at, cycles, fields, outlook } = await inspectTicket(inspection, ticket, edit);
  const isEdited = description !== undefined || labels !== undefined;
  return {
    snapshot,
    how: { at, cycles, fields },
    outlook: `${isEdited ? 'With these changes the' : 'The'} gatekeeper ${outlook.sentence}.`,
  };
}

function namesIn(written: string): string[] {
  return written
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
