import type { TransportReport } from '@uat/linear';

/** A ticket that the gate holds up, or would hold up if its rules did not only watch. */
export interface BlockedTicket {
  readonly issueId: string;
  readonly identifier: string;
  readonly title: string;
  readonly url: string;
  readonly team: string;
  /** Where the card is now. */
  readonly state: string;
  readonly verdict: 'advise' | 'block';
  /** What is missing and what to do, the hardest first. */
  readonly reasons: readonly string[];
  /** Who moved it, in words; undefined when nobody did. */
  readonly movedBy: string | undefined;
  /** Why it stays where it is although it lacks something; undefined when it was moved back, or may stay. */
  readonly held: string | undefined;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
}

export interface GivenOverride {
  readonly identifier: string;
  readonly url: string;
  /** Which rules it lifts; undefined for all of them. */
  readonly rules: readonly string[] | undefined;
  readonly who: string;
  readonly why: string;
  /** Last day on which it holds, `2026-12-11`. */
  readonly until: string;
  readonly isOver: boolean;
}

/** A write to Linear that cannot succeed by being repeated. */
export interface DeadLetter {
  readonly id: string;
  readonly identifier: string;
  readonly kind: string;
  readonly reason: string;
  readonly attempts: number;
  readonly at: number;
}

/** A sign-off or decision that somebody is waiting for. */
export interface OpenQuestion {
  readonly identifier: string;
  readonly url: string;
  readonly asked: readonly string[];
  readonly stage: 'surrogate' | 'dri' | 'deciders';
  /** When the next person is told, in milliseconds since 1970; undefined when everybody was. */
  readonly nextAt: number | undefined;
}

export interface QueueState {
  /** Issues that wait to be judged, and since when the oldest of them is due. */
  readonly toJudge: number;
  readonly oldestDueAt: number | undefined;
  /** Writes to Linear that wait to be sent, by kind. */
  readonly toSend: Readonly<Record<string, number>>;
  readonly oldestToSendAt: number | undefined;
  readonly lastWebhookAt: number | undefined;
  readonly lastScanAt: number | undefined;
}

export interface PolicyState {
  /** First digits of the policy's hash. */
  readonly hash: string;
  readonly loadedAt: number;
  /** What is wrong with the file as it is now; the last good policy is in force then. */
  readonly problems: readonly string[];
}

/** What the operator's page and the metrics show, and the one thing that can be done there. */
export interface OperatorView {
  queue(): Promise<QueueState>;
  blocked(): Promise<BlockedTicket[]>;
  overrides(): Promise<GivenOverride[]>;
  questions(): Promise<OpenQuestion[]>;
  deadLetters(): Promise<DeadLetter[]>;
  /** Puts a dead letter back into the queue. False when it is no longer there. */
  retry(id: string): Promise<boolean>;
  /** Marks an issue to be judged again. False for an issue that the gate does not know. */
  recheck(issueId: string): Promise<boolean>;
  budget(): TransportReport;
  policy(): PolicyState;
  /** Why tickets are let through unjudged at the moment; undefined when they are judged. */
  failingOpen(): string | undefined;
}
