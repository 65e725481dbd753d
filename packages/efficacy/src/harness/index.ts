export { chooseSituations } from './choose-situations.ts';
export { type HarnessReport, isTrustworthy } from './harness-report.ts';
export { measureHarness } from './measure-harness.ts';
export type { SituationScore } from './score.ts';
export type { Situation } from './situation.ts';
export { situations } from './situations/index.ts';
