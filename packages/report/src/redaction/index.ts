export { redact, redactedPath } from './redact.ts';
export { type Redaction, redaction } from './redaction.ts';
