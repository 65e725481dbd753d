import type { IntentLink, SignOff } from '../ticket/ticket-fields.ts';

/** A ticket as it was read from Linear, or from a file, at one moment. */
export interface Snapshot {
  /** `ENG-2861`; of a file without one, a name to talk of it. */
  id: string;
  title?: string;
  description: string;
  labels: readonly string[];
  team?: string;
  project?: string;
  /** The milestone that Linear knows; the text may name it as well. */
  milestone?: string;
  author?: { name: string; isBot: boolean };
  /** When work on it started for the first time, as an ISO time. */
  startedAt?: string;
  /** Links, documents and approvals that stand beside the text. */
  attached?: {
    mocks?: readonly IntentLink[];
    contracts?: readonly IntentLink[];
    designNote?: boolean;
    signOff?: SignOff;
  };
  /** Overrides that were given on the ticket, beside those of the policy. */
  overrides?: readonly { rules?: readonly string[]; who: string; why: string; until: string }[];
}
