import type { RunState, Verdict } from '@uat/record';

/**
 * Why a run is no full nightly run, a sentence each; none when it is one: in the nightly lane, every area, no filter,
 * each planned test accounted for, and the product judged, whether it passed or not.
 * @param areas All areas of the config.
 */
export function nightlyGaps(
  { header: { request }, planned, assigned, excluded, stopped }: RunState,
  { kind, lane, counts }: Verdict,
  areas: readonly string[],
): string[] {
  const covered = new Set(assigned.filter(({ dependency }) => !dependency).map(({ area }) => area));
  const missing = areas.filter((area) => !covered.has(area));
  const filters = filtersOf(request);
  const unaccounted = counts.notRun + counts.unknown;
  const leftOut = Math.max(excluded.length, planned.length - assigned.length);
  return [
    ...(lane === 'nightly' ? [] : [`it ran in lane ${lane}`]),
    ...(kind === 'pass' || kind === 'regression'
      ? []
      : [`its verdict is ${kind}: the product was not judged`]),
    ...(missing.length === 0 ? [] : [`no test of ${missing.join(', ')} was in it`]),
    ...(filters.length === 0 ? [] : [`it was filtered by ${filters.join(', ')}`]),
    ...(leftOut === 0 ? [] : [`the plan left out ${leftOut} of ${planned.length} tests`]),
    ...(unaccounted === 0
      ? []
      : [`${unaccounted} of ${counts.discovered} planned tests are not accounted for`]),
    ...(stopped === undefined ? [] : [`it was stopped: ${stopped.reason}`]),
  ];
}

/** Parts of a request that make a run smaller, or another one. */
function filtersOf({ grep, tickets, only, faults, playwright }: RunState['header']['request']): string[] {
  return Object.entries({ grep, tickets, only, faults, playwright })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}
