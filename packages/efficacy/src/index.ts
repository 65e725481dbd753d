export { efficacyPage } from './efficacy-page.ts';
export { type EfficacyReport, isWhole } from './efficacy-report.ts';
export { type Finding, isJudged } from './finding.ts';
export { type Experiment, experimentsOf, type MeasuringMode, type Observation } from './experiment.ts';
export { type ExperimentRun, measureArea, type Measurement } from './measure-area.ts';
export { type Part, partOf } from './part-of.ts';
export { sampleOf } from './sample-of.ts';
