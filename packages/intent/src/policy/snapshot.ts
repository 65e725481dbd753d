import type { IntentLink, SignOff } from '../ticket/ticket-fields.ts';

/** A ticket at one moment, read from Linear or from a file. */
export interface Snapshot {
  /** Identifier such as `ENG-2861`; for a file without one, a name to refer to it. */
  id: string;
  title?: string;
  description: string;
  labels: readonly string[];
  team?: string;
  project?: string;
  /** The milestone set in Linear; the text may name one as well. */
  milestone?: string;
  author?: { name: string; isBot: boolean };
  /** When work on the ticket first started, as an ISO time. */
  startedAt?: string;
  /** Links, documents and approvals that are attached to the ticket. */
  attached?: {
    mocks?: readonly IntentLink[];
    contracts?: readonly IntentLink[];
    designNote?: boolean;
    signOff?: SignOff;
  };
  /** Overrides given on the ticket, in addition to those of the policy. */
  overrides?: readonly { rules?: readonly string[]; who: string; why: string; until: string }[];
}
