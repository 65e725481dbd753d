import { configurationError, readText } from '@uat/core';
import type { EvaluateOptions, Policy, Snapshot } from '@uat/intent';
import type { StopSignals } from '../../terminal/stop-signals.ts';

/** Options that name the ticket to check. */
export interface TicketOptions {
  /** The ticket in Linear. */
  ticket?: string;
  /** File with the text of a ticket; together with `ticket`, a draft of its new text. */
  file?: string;
  labels?: string;
}

/** A ticket, with the options for evaluating rules on it. */
export interface LoadedTicket {
  readonly snapshot: Snapshot;
  readonly options: EvaluateOptions;
  /** Sentence on what the service would do now; only for a ticket in Linear. */
  readonly outlook?: string;
}

/**
 * Loads a ticket from Linear, from a file, or from Linear with the text of a file.
 * @throws UatError (configuration) when none is named, or it cannot be read; LinearError
 */
export async function loadGateTicket(
  { ticket, file, labels }: TicketOptions,
  policy: Policy,
  stop: StopSignals,
): Promise<LoadedTicket> {
  const description = file === undefined ? undefined : readText(file, 'ticket');
  if (ticket === undefined) {
    if (file === undefined || description === undefined) {
      throw configurationError(
        'Name a ticket in Linear (ENG-123), or a file with its text (--file ticket.md).',
      );
    }
    return { snapshot: { id: file, description, labels: namesIn(labels ?? '') }, options: {} };
  }
  const { openInspection, inspectTicket } = await import('@uat/gatekeeper');
  await using inspection = await openInspection({ environment: process.env, policy, signal: stop.signal });
  const edit = { description, labels: labels === undefined ? undefined : namesIn(labels) };
  const { snapshot, at, cycles, fields, outlook } = await inspectTicket(inspection, ticket, edit);
  const isEdited = description !== undefined || labels !== undefined;
  return {
    snapshot,
    options: { at, cycles, fields },
    outlook: `${isEdited ? 'With these changes the' : 'The'} gatekeeper ${outlook.sentence}.`,
  };
}

function namesIn(written: string): string[] {
  return written
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
