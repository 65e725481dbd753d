export { generateReport } from './generate-report.ts';
