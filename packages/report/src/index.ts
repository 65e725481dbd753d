export { generateReport } from './generate-report.ts';
export { publishEvidence } from './publish-evidence.ts';
export { redact } from './redact.ts';
export { redactedPath } from './redacted-path.ts';
