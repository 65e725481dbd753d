/** The costs of a shard beside its tests. All times are in seconds. */
export interface ShardModel {
  /** Number of shards, from 1 up. */
  shards: number;
  /** Tests that a shard runs at a time; 1 by default. */
  workers?: number;
  /** Time before the first test of a shard that has any: check-out, installation, start of the platform. 0 by default. */
  setUpSeconds?: number;
  /** Areas with costs of their own; other areas have none. */
  areas?: Readonly<Record<string, AreaModel>>;
  /**
   * Whether locks also hold between shards, through a lease. Only then may a chain of locks be split (A shares x with
   * B, B shares y with C), and only where it would alone outlast an even split of all work; `splitLocks` names them.
   */
  locksHoldAcrossShards?: boolean;
}

/** The costs of an area in each shard that runs any of its tests. */
export interface AreaModel {
  /** Time before its first test, once per shard: start of a service, load of a model, image of a machine. 0 by default. */
  startSeconds?: number;
  /** Areas whose tests all run before it, in each shard that runs it. */
  after?: readonly string[];
}
