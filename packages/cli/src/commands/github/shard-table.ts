import type { PinnedPlan } from '@uat/plan';
import { judge, type RunState } from '@uat/record';

/** The shards of a plan as a table in Markdown: the verdict on each, and its time beside the predicted one. */
export function shardTable(plan: PinnedPlan, shards: readonly RunState[]): string[] {
  const rows = plan.shards.map(({ tests, seconds }, at) => {
    const state = shards.find(({ header }) => header.shard?.index === at + 1);
    const verdict = state === undefined ? undefined : judge(state);
    const actual = verdict === undefined ? '–' : clock(verdict.seconds);
    return `| ${at + 1}/${plan.shards.length} | ${verdict?.kind ?? '**missing**'} | ${tests.length} | ${clock(seconds)} | ${actual} |`;
  });
  return [
    '### Shards',
    '',
    '| shard | verdict | tests | predicted | actual |',
    '| ---: | --- | ---: | ---: | ---: |',
    ...rows,
    '',
    `Predicted ${clock(plan.makespan)} for the longest, lower bound ${clock(plan.lowerBound)}; plan \`${plan.hash}\`.`,
    '',
  ];
}

/** Seconds as `4:07`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
