import type { TicketFields } from '../ticket/ticket-fields.ts';
import type { Mode } from './policy-schema.ts';

/** What became of a rule; a later one outweighs those before it. */
export type Status = 'skipped' | 'passed' | 'failed';

/** A node of the tree of reasons. */
export interface Finding {
  /** `gate`, a rule's id, or what a rule asks for. */
  name: string;
  status: Status;
  /** A sentence. */
  reason: string;
  /** Of a rule: the mode that holds now, and the one that the policy asks for. */
  mode?: Mode;
  asked?: Mode;
  /** Of a failed rule: what to do. */
  fix?: string;
  children: Finding[];
}

export type Work = 'interface' | 'contract' | 'both' | 'other';

export interface GateResult {
  verdict: 'pass' | 'advise' | 'block';
  /** Why: the rules that failed, or why none was asked. The hardest first. */
  reasons: string[];
  work: { kind: Work; why: string };
  tree: Finding;
  fields: TicketFields;
  /** Rules that failed while they only watch. */
  watched: string[];
}
