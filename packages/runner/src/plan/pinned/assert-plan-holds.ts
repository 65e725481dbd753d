import { configurationError, infrastructureError } from '@uat/core';
import type { PinnedPlan } from '@uat/plan';
import type { EventOf } from '@uat/record';

/**
 * Rejects a checkout other than the one that was planned: its tests may be others.
 * @throws UatError (configuration) naming both commits.
 */
export function assertCommitHolds({ pins }: PinnedPlan, suiteCommit: string | null): void {
  if (pins.suiteCommit === suiteCommit) return;
  throw configurationError(
    `The plan was made on commit ${pins.suiteCommit ?? 'none'}, and this checkout is at ${suiteCommit ?? 'none'}: check out that commit, or plan again.`,
  );
}

/**
 * Rejects a target other than the one that was planned: shards that judge two versions prove nothing together.
 * @throws UatError (configuration) for another deployment, (infrastructure) for another version or contract of it.
 */
export function assertTargetHolds(
  { pins: { target: planned } }: PinnedPlan,
  found: Pick<EventOf<'target'>, 'name' | 'url' | 'version' | 'contractVersion' | 'contractHash'>,
): void {
  // A shard whose tests are all about packages has no target.
  if (found.url === null) return;
  if (planned.name !== found.name || (planned.url !== null && planned.url !== found.url))
    throw configurationError(
      `The plan was made for target ${planned.name}${planned.url === null ? '' : ` (${planned.url})`}, and this run has ${found.name} (${found.url ?? 'none'}): name that target, or plan again.`,
    );
  for (const [field, what] of pinned) {
    const [was, is] = [planned[field], found[field] ?? null];
    if (was === null || is === null || was === is) continue;
    throw infrastructureError(
      `The plan was made for ${what} ${was} of target ${planned.name}, and it has ${is} now: it was redeployed. Plan again, and run every shard.`,
    );
  }
}

const pinned = [
  ['version', 'version'],
  ['contractVersion', 'contract version'],
  ['contractHash', 'contract'],
] as const;
