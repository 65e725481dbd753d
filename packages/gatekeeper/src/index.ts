export { checkUp } from './doctor/check-up.ts';
export { automationGuide, guideFacts } from './inspect/automation-guide.ts';
export { type Backfill, backfill, type BackfillTicket } from './inspect/backfill.ts';
export { openInspection } from './inspect/open-inspection.ts';
export { seenTicket } from './inspect/seen-ticket.ts';
