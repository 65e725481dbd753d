export { readPlan } from './plan-file.ts';
export { type Shard, shardIn, shardRequest } from './shard-request.ts';
