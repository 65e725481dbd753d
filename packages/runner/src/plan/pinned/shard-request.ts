import { configurationError } from '@uat/core';
import type { PinnedPlan } from '@uat/plan';
import type { RunRequest } from '@uat/record';
import { readPlan } from './plan-file.ts';

/** A shard of a plan, as `--shard` names it. */
export interface Shard {
  index: number;
  of: number;
}

/**
 * The shard that `i/n` names.
 * @throws UatError (configuration) when it names none.
 */
export function shardIn(written: string): Shard {
  const { index, of } = /^(?<index>\d+)\/(?<of>\d+)$/.exec(written)?.groups ?? {};
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw configurationError(`--shard ${written} is not a shard: write i/n, with i from 1 to n, such as 2/3.`);
}

/** Options that a plan has decided, by their field in the request. */
const decided = {
  target: '--target',
  lane: '--lane',
  grants: '--grant',
  grep: '--grep',
  tickets: '--ticket',
} as const;

/**
 * The request for one shard of a plan: its areas, and everything else as it was planned.
 * @param given The request as written. What the plan has decided may be repeated in it, and not changed.
 * @throws UatError (configuration) for an unreadable plan, a shard that it does not have, or an option that contradicts it.
 */
export function shardRequest(given: RunRequest, file: string, shard: Shard | undefined): RunRequest {
  const plan = readPlan(file);
  const { index, of } = shard ?? { index: 1, of: 1 };
  if (of !== plan.shards.length)
    throw configurationError(
      shard === undefined
        ? `${file} is a plan for ${plan.shards.length} shards: name one with --shard 1/${plan.shards.length}.`
        : `${file} is a plan for ${plan.shards.length} shards, and --shard ${index}/${of} is of another: plan again, or write --shard ${index}/${plan.shards.length}.`,
    );
  for (const [field, option] of Object.entries(decided))
    assertSame(given, plan, field as keyof typeof decided, option, file);
  if (given.areas !== undefined && given.areas.toSorted().join(' ') !== plan.areas.toSorted().join(' '))
    throw configurationError(
      `${file} is a plan for ${plan.areas.join(', ')}, and ${given.areas.join(', ')} was requested: leave the areas out, or plan again.`,
    );
  const own = new Set(plan.shards[index - 1]?.tests);
  const areas = new Set(plan.tests.filter(({ id }) => own.has(id)).map(({ area }) => area));
  return {
    ...given,
    ...plan.request,
    lane: plan.lane,
    areas: plan.areas.filter((area) => areas.has(area)),
    plan: { file, hash: plan.hash },
    shard: { index, of },
  };
}

function assertSame(
  given: RunRequest,
  plan: PinnedPlan,
  field: keyof typeof decided,
  option: string,
  file: string,
): void {
  const wanted = given[field];
  if (wanted === undefined) return;
  const planned = field === 'lane' ? plan.lane : plan.request[field];
  if (String(wanted) === String(planned ?? '')) return;
  throw configurationError(
    `${file} was planned ${planned === undefined ? `without ${option}` : `with ${option} ${String(planned)}`}, and the run has ${option} ${String(wanted)}: leave it out, or plan again.`,
  );
}
