export { type BurnIn, type Repetition, repetitions } from './burn-in/repetitions.ts';
export { afterResult, pastRuns, type PastRuns } from './order/past-runs.ts';
export { type OrderedTest, type Wave, type WaveOptions, waves } from './order/waves.ts';
export { selectByWaves } from './simulate/select-by-waves.ts';
export {
  type Change,
  type SelectionInput,
  type SelectionReport,
  type SelectionStrategy,
  simulateSelection,
} from './simulate/simulate-selection.ts';
export { type PlanInput, planContent, type Split } from './file/plan-content.ts';
export {
  type Changes,
  type ChoiceOptions,
  chosenTests,
  type SelectionRules,
} from './selection/chosen-tests.ts';
export { type ExclusionOptions, exclusions } from './selection/exclusions.ts';
export { type SplitOptions, splitTests } from './file/split-tests.ts';
export {
  type PinnedPlan,
  pinnedPlanSchema,
  type PlanContent,
  planContentSchema,
  type TestPlan,
} from './file/pinned-plan.ts';
export { type Estimate, estimates, type EstimatesOptions } from './shards/estimates.ts';
export type { AreaModel, ShardModel } from './shards/shard-model.ts';
export { type PlannedShard, type ShardPlan, shardPlan } from './shards/shard-plan.ts';
export type { Unit } from './shards/unit.ts';
export { unrunRecord } from './file/unrun-record.ts';
