import type { RunRecord } from '@uat/record';
import type { readPlan } from '@uat/runner/plan';
import type { TargetScene } from '../target/target-scene.ts';

export type PinnedPlan = ReturnType<typeof readPlan>;

/** A run of small suites on a stub target, in a folder of its own. */
export interface RunScene {
  kind: 'run';
  /** Areas and options; `{ca}` stands for the certificate of the target. */
  args: readonly string[];
  /** The target; null when the arguments name one, or none is used. */
  target?: TargetScene | null;
  /** The targets of earlier runs in the same folder. */
  before?: readonly TargetScene[];
  env?: Readonly<Record<string, string>>;
  /** Text of `quarantine.yaml`; `{soon}` and `{yesterday}` stand for days. */
  quarantine?: string;
  /** Text of `uat.config.ts`, instead of the config of the small suites. */
  config?: string;
  /** Whether to run the suites of the project instead of the small ones. */
  suites?: 'small' | 'all';
  /** Limits of the lanes, in seconds. */
  limits?: { requestTimeout?: number; testTimeout?: number };
  /** The file that a full disk cannot take, and how many bytes of it fit. */
  fullDisk?: { file: string; bytes: number };
  /** Text that no file of the run may hold. */
  secret?: string;
}

/** A shard of a pinned plan of two shards, made by an earlier command on a healthy target. */
export interface ShardScene {
  kind: 'shard';
  /** `1/2` */
  shard?: string;
  args?: readonly string[];
  /** Changes the content of the plan, and seals it. */
  change?: (plan: PinnedPlan) => Partial<PinnedPlan>;
  /** Changes the text of the plan file, after it was sealed. */
  rewrite?: (text: string) => string;
  /** Whether the plan file is not there. */
  isAbsent?: boolean;
}

/** A merge of the records of three shards, after they were edited. */
export interface MergeScene {
  kind: 'merge';
  edit?: (shards: readonly RunRecord[]) => RunRecord[];
  /** Changes the text of the events of the first shard. */
  rewrite?: (events: string) => string;
}

/** A judgement on the record of a green run in the lane `cd`, after it was edited. */
export interface JudgeScene {
  kind: 'judge';
  edit?: (run: RunRecord) => RunRecord;
  rewrite?: (events: string) => string;
}

/** A command that ends without a verdict. */
export interface CommandScene {
  kind: 'command';
  args: readonly string[];
  /** Path of the config below the root of the project. */
  config: string;
}

export type Scene = RunScene | ShardScene | MergeScene | JudgeScene | CommandScene;
