export { generateReport } from './generate-report.ts';
export { labelResults } from './label-results.ts';
export { resultKey } from './labelled-result.ts';
export { publishEvidence } from './publish-evidence.ts';
export { areaCounts } from './terminal/area-counts.ts';
export { progress, type Progress } from './terminal/progress.ts';
export { terminalSummary } from './terminal/terminal-summary.ts';
export { writeVerdict } from './terminal/write-verdict.ts';
