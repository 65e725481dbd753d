/** What the gate can ask a ticket for, named as in the output of `uat gate explain`. */
export const fieldNames = [
  'dod',
  'success_criteria',
  'milestone_in_text',
  'mock_link',
  'contract_link',
  'design_note',
  'sign_off',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Something in the ticket that could be a field, and why it counts or does not. */
export interface Candidate {
  /** For a person: `section “Acceptance criteria”, line 12`. */
  where: string;
  /** From 1. */
  line: number;
  /** As written, shortened. */
  quote: string;
  counts: boolean;
  why: string;
}

export interface Field {
  present: boolean;
  /** A sentence: which places were read. */
  lookedFor: string;
  candidates: Candidate[];
}

export interface DodItem {
  text: string;
  line: number;
  /** Whether its box is ticked; undefined where it has none. */
  done: boolean | undefined;
}

/** A link to a mock or a contract that counts. */
export interface IntentLink {
  url: string;
  line: number;
  /** The version that the ticket itself gives for it: `v3`, `1.8.0`, a commit. */
  version: string | undefined;
}

export interface SignOff {
  by: string;
  mockVersion: string | undefined;
  contractVersion: string | undefined;
  quote: string;
  line: number;
}

export type WorkKind = 'interface' | 'contract';

/** What speaks for a kind of work in the text, as quotes. */
export interface WorkEvidence {
  kind: WorkKind;
  quotes: string[];
}

/** All that a ticket's text says about its intent. */
export interface TicketFields {
  fields: Record<FieldName, Field>;
  dodItems: DodItem[];
  mocks: IntentLink[];
  contracts: IntentLink[];
  signOff: SignOff | undefined;
  /** What kind of work the text speaks of; none is other work. */
  work: WorkEvidence[];
  /** What was not read, as sentences: the text was too long, or its markup too deep. */
  notRead: string[];
}
