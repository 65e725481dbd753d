import type { TransportReport } from '@uat/linear';

/** A ticket that the gate holds up, or would hold up if its rules were not in shadow mode. */
export interface BlockedTicket {
  readonly issueId: string;
  readonly identifier: string;
  readonly title: string;
  readonly url: string;
  readonly team: string;
  /** Name of the card's current state. */
  readonly state: string;
  readonly verdict: 'advise' | 'block';
  /** What is missing and what to do, most severe first. */
  readonly reasons: readonly string[];
  /** Who moved the card, in words; undefined when it was not moved. */
  readonly movedBy: string | undefined;
  /** Why the card stays although something is missing; undefined when it was moved back, or may stay. */
  readonly held: string | undefined;
  /** When the verdict last changed, in milliseconds since 1970. */
  readonly since: number;
}

export interface GivenOverride {
  readonly identifier: string;
  readonly url: string;
  /** Ids of the rules that are lifted; undefined for all of them. */
  readonly rules: readonly string[] | undefined;
  readonly who: string;
  readonly why: string;
  /** Last day on which the override holds, `2026-12-11`. */
  readonly until: string;
  readonly isOver: boolean;
}

/** A write to Linear that retrying cannot fix. */
export interface DeadLetter {
  readonly id: string;
  readonly identifier: string;
  readonly kind: string;
  readonly reason: string;
  readonly attempts: number;
  readonly at: number;
}

/** A sign-off or decision that is outstanding. */
export interface OpenQuestion {
  readonly identifier: string;
  readonly url: string;
  readonly asked: readonly string[];
  readonly stage: 'surrogate' | 'dri' | 'deciders';
  /** When the next person is asked, in milliseconds since 1970; undefined when everybody was asked. */
  readonly nextAt: number | undefined;
}

export interface QueueState {
  /** Issues that wait to be judged, and since when the oldest has been due. */
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
  /** Problems of the current policy file; while there are any, the last valid policy is in force. */
  readonly problems: readonly string[];
}

/** What the operator pages and the metrics show, and the actions that an operator can take. */
export interface OperatorView {
  queue(): Promise<QueueState>;
  blocked(): Promise<BlockedTicket[]>;
  overrides(): Promise<GivenOverride[]>;
  questions(): Promise<OpenQuestion[]>;
  deadLetters(): Promise<DeadLetter[]>;
  /** Puts a dead letter back into the queue. False when it no longer exists. */
  retry(id: string): Promise<boolean>;
  /** Marks an issue to be judged again. False for an issue that the gate does not know. */
  recheck(issueId: string): Promise<boolean>;
  budget(): TransportReport;
  policy(): PolicyState;
  /** Why tickets currently pass unjudged; undefined when they are judged. */
  failingOpen(): string | undefined;
}
