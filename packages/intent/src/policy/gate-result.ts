import type { TicketFields } from '../ticket/ticket-fields.ts';
import type { Mode } from './policy-schema.ts';

/** Outcomes of a rule; a later one outweighs those before it. */
export type Status = 'skipped' | 'passed' | 'failed';

/** A node in the tree of reasons. */
export interface Finding {
  /** `gate`, a rule's id, or the name of a requirement. */
  name: string;
  status: Status;
  /** A sentence. */
  reason: string;
  /** For a rule: the mode in force now, and the one that the policy asks for. */
  mode?: Mode;
  asked?: Mode;
  /** For a failed rule: what to do. */
  fix?: string;
  children: Finding[];
}

export type Work = 'interface' | 'contract' | 'both' | 'other';

export interface GateResult {
  verdict: 'pass' | 'advise' | 'block';
  /** The rules that failed, most severe first, or why none was evaluated. */
  reasons: string[];
  work: { kind: Work; why: string };
  tree: Finding;
  fields: TicketFields;
  /** Rules that failed in shadow mode. */
  watched: string[];
}
