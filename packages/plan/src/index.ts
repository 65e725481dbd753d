export { type BurnIn, type Repetition, repetitions } from './burn-in/repetitions.ts';
export { afterResult, expectedSeconds, pastRuns, type PastRuns } from './order/past-runs.ts';
export { type OrderedTest, type Wave, type WaveOptions, waves } from './order/waves.ts';
export { selectByWaves } from './simulate/select-by-waves.ts';
export {
  type Change,
  type SelectionInput,
  type SelectionReport,
  type SelectionStrategy,
  simulateSelection,
} from './simulate/simulate-selection.ts';
