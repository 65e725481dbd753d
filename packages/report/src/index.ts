export { generateReport } from './generate-report.ts';
export { publishEvidence } from './publish-evidence.ts';
export { redact, redactedPath } from './redaction/index.ts';
