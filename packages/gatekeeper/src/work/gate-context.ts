import type { OwnersFile, Policy } from '@uat/intent';
import { type Clock, type IssueSnapshot, type Linear, LinearError, type Priority } from '@uat/linear';
import type { Metrics } from '../operator/metrics/metrics.ts';
import type { Database } from '../store/open-database.ts';
import type { Directory } from './directory.ts';

/** What the loops of the service share. */
export interface GateContext {
  readonly db: Database;
  readonly linear: Linear;
  readonly clock: Clock;
  /** Name of this process among those that share a database. */
  readonly by: string;
  readonly policy: () => Promise<Policy>;
  readonly owners: () => OwnersFile;
  readonly directory: Directory;
  readonly publicUrl: string;
  readonly draftNote: (issue: IssueSnapshot) => string;
  readonly health: Health;
  readonly pauses: Pauses;
  readonly metrics: GateMetrics;
  readonly log: GateLog;
}

/** The counters that the loops use. */
export type GateMetrics = Omit<Metrics, 'webhook' | 'contentType' | 'text'>;

/** Log lines hold names and numbers, and no ticket text. */
export interface GateLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Why tickets are passing unjudged, while they are. */
export interface Health {
  failing: string | undefined;
}

/**
 * Until when calls to Linear are held back, by priority, in milliseconds since 1970. Waiting work stays in its queue:
 * claiming it only to release it again would cost more than sending it.
 */
export type Pauses = Record<Priority, number>;

/** Records how long Linear asks to be left alone, if that is what the error is about. */
export function pauseAfter(pauses: Pauses, error: unknown, priority: Priority): void {
  if (!(error instanceof LinearError) || error.retryAt === undefined) return;
  if (!['budget', 'circuit-open', 'rate-limited'].includes(error.reason)) return;
  pauses.ordinary = Math.max(pauses.ordinary, error.retryAt);
  if (priority === 'essential') pauses.essential = Math.max(pauses.essential, error.retryAt);
}
