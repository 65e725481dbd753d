/** A test to place in a shard. */
export interface Unit {
  /** Unique name: the id of the test. */
  name: string;
  /** Estimated duration, from 0 up. */
  seconds: number;
  area: string;
  /** Names of Playwright locks: two tests with a lock in common never run at once. */
  locks?: readonly string[];
  /** Project with one worker: in a shard its tests run one at a time, and shards do not wait for each other. */
  singleWorker?: string;
  /** Serial group within the area: its tests run one after another on one worker, and stay in one shard. */
  group?: string;
}
