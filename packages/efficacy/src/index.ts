export { apfd } from './report/apfd.ts';
export { efficacyPage } from './report/efficacy-page.ts';
export { type EfficacyReport, isSuccessful } from './report/efficacy-report.ts';
export { type FaultResult, isJudged } from './fault-result.ts';
export { type FaultRun, plannedRuns, type MeasuringMode, type RunOutcome } from './plan/fault-run.ts';
export { type SuiteRun, measureArea, type Measurement } from './measure-area.ts';
export { type Part, partOf } from './plan/part-of.ts';
export { sampleOf } from './plan/sample-of.ts';
export { type SelectedArea, selectAreas } from './plan/select-areas.ts';
export { runSuites } from './run/run-suites.ts';
export { runCache } from './run/run-cache.ts';
export { sourceFiles, sourcesOfRun } from './run/sources.ts';
export {
  chooseSituations,
  type HarnessReport,
  isTrustworthy,
  measureHarness,
  type Situation,
  type SituationScore,
  situations,
} from './harness/index.ts';
