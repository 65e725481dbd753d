import { configurationError, didYouMean } from '@uat/core';
import {
  type HostDriverName,
  hostDrivers,
  type LaneName,
  laneNames,
  loadConfig,
  usesTarget,
  parseGrants,
  resolveTarget,
  type UatConfig,
} from '@uat/config';
import type { RunRequest } from '@uat/record';
import { requestedAreas } from './requested-areas.ts';
import type { RunTarget } from './run-target.ts';
import type { CataloguedFault } from '@uat/faults';
import { requestedFaults } from './requested-faults.ts';
import { type ResolvedProducts, resolveProducts } from '../products/resolve-products.ts';
import { rejectReservedArguments } from './reject-reserved-arguments.ts';

/** A run request, resolved against the config, before anything is started. */
export interface ResolvedRun {
  config: UatConfig;
  areas: string[];
  target: RunTarget;
  /** Packages to install. */
  products: ResolvedProducts;
  /** Driver for the machines; by default the best one available. */
  hostDriver: HostDriverName | undefined;
  /** Faults to seed in the target, or in the fixture package. */
  faults: readonly CataloguedFault[];
  lane: LaneName;
  /** Whether to show the browser. */
  headed: boolean;
  /** Whether any area has browser tests. */
  usesBrowser: boolean;
}

/**
 * Resolves a run request against the config.
 * @throws UatError (configuration) when it names something unknown, or options contradict each other.
 */
export async function resolveRunRequest(request: RunRequest, env: NodeJS.ProcessEnv): Promise<ResolvedRun> {
  const { lane = 'local', faults } = request;
  const config = await loadConfig(request.config);
  const areas = requestedAreas(request.areas ?? [], config);
  rejectReservedArguments(request.playwright ?? []);
  const grants = (request.grants ?? []).flatMap(parseGrants);
  // A shard of a plan may hold no test about the package that the plan names.
  const isAboutPackages = areas.some((area) => config.areas[area]?.target === false);
  const about = request.plan === undefined || isAboutPackages ? request : {};
  const products = await resolveProducts(about, areas, config);
  const choice = resolveTarget(config, { target: request.target, grants, ca: request.ca }, env);
  const target: RunTarget = areas.some((area) => usesTarget(area, config))
    ? choice
    : { kind: 'none', name: 'this machine' };
  return {
    config,
    areas,
    target,
    products,
    hostDriver: request.driver === undefined ? undefined : named('host driver', request.driver, hostDrivers),
    faults: faults === undefined ? [] : requestedFaults(faults, { target, products }),
    lane: named('lane', lane, laneNames),
    headed: request.headed === true || request.ui === true,
    usesBrowser: areas.some((area) => opensBrowser(area, config, products)),
  };
}

/** Whether an area opens a browser; an area about packages does so only to test an installed Kamiwaza. */
function opensBrowser(area: string, { areas }: UatConfig, products: ResolvedProducts): boolean {
  const { browser = false, target = true } = areas[area] ?? {};
  if (target || products.kind === 'none') return browser;
  return browser && products.profile?.profile.kamiwaza !== undefined;
}

function named<Name extends string>(what: string, name: string, known: readonly Name[]): Name {
  const found = known.find((one) => one === name);
  if (found !== undefined) return found;
  throw configurationError(
    `There is no ${what} called '${name}'. Known: ${known.join(', ')}.${didYouMean(name, known)}`,
  );
}
