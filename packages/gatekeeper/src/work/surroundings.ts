import type { OwnersFile, Policy } from '@uat/intent';
import type { Clock, FailureReason, IssueSnapshot, Linear } from '@uat/linear';
import type { Round } from '../decide/memory.ts';
import type { Mover } from '../decide/mover.ts';
import type { Database } from '../store/open-database.ts';
import type { Directory } from './directory.ts';

/** What the loops of the service work with. */
export interface Surroundings {
  readonly db: Database;
  readonly linear: Linear;
  readonly clock: Clock;
  /** Name of this process among those on one database. */
  readonly by: string;
  readonly policy: () => Promise<Policy>;
  readonly owners: () => OwnersFile;
  readonly directory: Directory;
  readonly publicUrl: string;
  readonly draftNote: (issue: IssueSnapshot) => string;
  readonly health: Health;
  readonly events: GateEvents;
  readonly log: GateLog;
}

/** What is counted. */
export interface GateEvents {
  judged(verdict: 'pass' | 'advise' | 'block' | 'gone'): void;
  /** A write that was carried out, or not: how it ended. */
  sent(kind: string, outcome: string): void;
  /** A card that was put back. */
  reverted(mover: Mover['kind']): void;
  asked(stage: Round['stage']): void;
  overridden(): void;
  /** A request to Linear, and how it ended. */
  requested(operation: string, outcome: 'ok' | FailureReason): void;
}

/** Lines of the log hold names and numbers, and no text of a ticket. */
export interface GateLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Why tickets are let through unjudged, as long as they are. */
export interface Health {
  failing: string | undefined;
}
