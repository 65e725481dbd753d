export type { Allowance } from './budget/rate-headers.ts';
export type { Priority } from './budget/budget.ts';
export { type Clock, systemClock } from './clock.ts';
export { createLinear, type Linear, type LinearOptions, type Move, type Put } from './create-linear.ts';
export type { Failure, FailureReason } from './failure/failure.ts';
export { LinearError } from './failure/linear-error.ts';
export type { Actor } from './issue/actor.ts';
export { type HistoryEntry, type IssueSnapshot, stateChanges } from './issue/issue-snapshot.ts';
export type {
  AttachmentInput,
  CommentInput,
  DocumentInput,
  IssueInput,
  Member,
  Team,
  Viewer,
  Webhook,
} from './operations/operations.ts';
export type { Change } from './scan/scan-step.ts';
export type { BreakerState } from './transport/breaker.ts';
export type { CallOptions, TransportReport } from './transport/transport.ts';
export {
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookChecks,
  type WebhookRequest,
} from './webhook/verify-webhook.ts';
export {
  type EventKind,
  previousStateId,
  type UnknownEvent,
  type WebhookEvent,
} from './webhook/webhook-event.ts';
