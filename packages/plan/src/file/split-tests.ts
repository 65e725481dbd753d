import type { PlannedTest } from '@uat/record';
import { estimates } from '../shards/estimates.ts';
import { shardPlan } from '../shards/shard-plan.ts';
import type { Unit } from '../shards/unit.ts';
import type { Split } from './plan-content.ts';

export interface SplitOptions {
  /** Number of shards. */
  shards: number;
  /** Tests that a shard runs at a time. */
  workers: number;
  /** By area: the areas that have to be green before it starts. */
  after: Readonly<Record<string, readonly string[]>>;
  /** Recorded seconds of earlier runs, by the id of the test. */
  durations: ReadonlyMap<string, readonly number[]>;
  /** Seconds from the start of a shard to its first test. */
  setUpSeconds: number;
}

/** Tests in shards of about the same time, from the durations of earlier runs. */
export function splitTests(tests: readonly PlannedTest[], options: SplitOptions): Split {
  const { shards, workers, after, durations, setUpSeconds } = options;
  const capabilities = new Map(tests.map(({ id, area, capability }) => [id, `${area} ${capability}`]));
  const secondsOf = estimates(durations, { capabilityOf: (id) => capabilities.get(id) });
  const products = new Set(tests.flatMap(({ product }) => product ?? []));
  const units = tests.map((test): Unit => {
    const { id, area, product, group } = test;
    return {
      ...{ name: id, area, seconds: secondsOf(id).seconds },
      ...(group === undefined ? {} : { group }),
      // In a shard, one worker installs the packages of a product; other shards have machines of their own.
      ...(product === undefined || products.size === 1 ? {} : { singleWorker: product }),
    };
  });
  const plan = shardPlan(units, {
    ...{ shards, workers, setUpSeconds },
    areas: Object.fromEntries(Object.entries(after).map(([area, before]) => [area, { after: before }])),
  });
  return {
    ...plan,
    shards: plan.shards.map((shard) => ({
      tests: [...shard.tests, ...shard.prerequisites],
      seconds: shard.seconds,
    })),
  };
}
