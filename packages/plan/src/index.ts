export { type Estimate, estimates, type EstimatesOptions } from './shards/estimates.ts';
export type { AreaModel, ShardModel } from './shards/shard-model.ts';
export { type PlannedShard, type ShardPlan, shardPlan } from './shards/shard-plan.ts';
export type { Unit } from './shards/unit.ts';
