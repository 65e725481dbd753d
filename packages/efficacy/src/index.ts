export { type Defect } from './defect.ts';
export { efficacyPage } from './efficacy-page.ts';
export { type EfficacyReport, isWhole } from './efficacy-report.ts';
export { type Finding, isJudged } from './finding.ts';
export {
  type Experiment,
  experimentsOf,
  measureArea,
  type Measurement,
  type Observation,
} from './measure-area.ts';
