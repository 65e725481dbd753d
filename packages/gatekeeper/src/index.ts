export { runChecks } from './doctor/run-checks.ts';
export { automationGuide, guideFacts } from './inspect/automation-guide.ts';
export { type Backfill, backfill, type BackfillTicket } from './inspect/backfill.ts';
export { openInspection } from './inspect/open-inspection.ts';
export { inspectTicket } from './inspect/inspect-ticket.ts';
