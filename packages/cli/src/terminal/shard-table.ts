import { styleText } from 'node:util';

interface ShardTableOptions {
  /** The kind of thing that is planned, one and several: `['test', 'tests']`. */
  of: readonly [string, string];
  /** The note beside a shard without any. */
  empty: string;
}

/** A plan of shards for people: a bar per shard, then the predicted time beside what no plan can beat. */
export function shardTable(
  plan: {
    shards: readonly { tests: readonly string[]; seconds: number }[];
    makespan: number;
    lowerBound: number;
    balance: number;
  },
  { of: [one, several], empty }: ShardTableOptions,
): string[] {
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const longest = Math.max(plan.makespan, 1);
  const count = plan.shards.length;
  const width = Math.max(7, `${count}/${count}`.length);
  return [
    ...plan.shards.map(({ tests, seconds }, at) => {
      const bar = '█'.repeat(Math.round((20 * seconds) / longest)).padEnd(20);
      const note = tests.length === 0 ? empty : `${tests.length} ${tests.length === 1 ? one : several}`;
      return `  ${`${at + 1}/${count}`.padStart(width)}  ${bar}  ${clock(seconds).padStart(7)}  ${gray(note)}`;
    }),
    '',
    `  predicted ${clock(plan.makespan)}, lower bound ${clock(plan.lowerBound)}, balance ${plan.balance.toFixed(2)}`,
  ];
}

/** Seconds as `4:07`, or `0.8 s` below ten. */
function clock(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
