/** Fields that the gate can require of a ticket, named as in the output of `uat gate explain`. */
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

/** A part of the ticket that could be a field, and why it counts or does not. */
export interface Candidate {
  /** Location for people: `section “Acceptance criteria”, line 12`. */
  where: string;
  /** Line number, from 1. */
  line: number;
  /** The text as written, shortened. */
  quote: string;
  counts: boolean;
  why: string;
}

export interface Field {
  present: boolean;
  /** A sentence: where the field was looked for. */
  lookedFor: string;
  candidates: Candidate[];
}

export interface DodItem {
  text: string;
  line: number;
  /** Whether its checkbox is ticked; undefined without one. */
  done: boolean | undefined;
}

/** A link to a mock or a contract that counts. */
export interface IntentLink {
  url: string;
  line: number;
  /** The version that the ticket itself gives for the link: `v3`, `1.8.0`, a commit. */
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

/** Evidence for a kind of work in the text, as quotes. */
export interface WorkEvidence {
  kind: WorkKind;
  quotes: string[];
}

/** Everything that a ticket's text says about its intent. */
export interface TicketFields {
  fields: Record<FieldName, Field>;
  dodItems: DodItem[];
  mocks: IntentLink[];
  contracts: IntentLink[];
  signOff: SignOff | undefined;
  /** The kinds of work in the text; none means other work. */
  work: WorkEvidence[];
  /** What was not read, as sentences: the text was too long, or nested too deeply. */
  notRead: string[];
}
