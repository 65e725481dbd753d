import type { RunRequest, RunState } from '@uat/record';

/**
 * Whether a run belongs in the history: a whole or merged run on the product as it is. A part is stored with its merge,
 * and a run with seeded faults, or one aside, says nothing about the product over time.
 * @param request As made; its record leaves out `aside` and `quiet`.
 */
export function isHistoric({ header, target }: RunState, request: RunRequest = header.request): boolean {
  const { faults = [], aside = false, quiet = false } = request;
  const isFaulty = faults.length > 0 || (target?.faults ?? []).length > 0;
  return header.shard === undefined && !isFaulty && !aside && !quiet;
}
