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
import { areaNames } from './area-names.ts';
import type { AskedTarget } from './asked-target.ts';
import { defectsFor, type PastDefect } from './defects.ts';
import { type AskedProducts, askedProducts } from '../products/asked-products.ts';
import { refuseForeign } from './refuse-foreign.ts';

/** What a request and the config ask for, before anything has been started. */
export interface AskedRun {
  config: UatConfig;
  areas: string[];
  target: AskedTarget;
  /** The packages that are to be installed. */
  products: AskedProducts;
  /** How machines are made for them; left out, in the best way that there is. */
  hostDriver: HostDriverName | undefined;
  /** The past defects that the target, or the fixture package, is to have. */
  defects: PastDefect[];
  lane: LaneName;
  /** Whether somebody wants to see the browser. */
  headed: boolean;
  /** Whether any of the areas has tests in a browser. */
  usesBrowser: boolean;
}

/**
 * Reads a request against the config.
 * @throws UatError (configuration) when it asks for what there is not.
 */
export async function askedRun(request: RunRequest, env: NodeJS.ProcessEnv): Promise<AskedRun> {
  const { lane = 'local', faults } = request;
  const config = await loadConfig(request.config);
  const areas = areaNames(request.areas ?? [], config);
  refuseForeign(request.playwright ?? []);
  const grants = (request.grants ?? []).flatMap(parseGrants);
  const products = await askedProducts(request, areas, config);
  const choice = resolveTarget(config, { target: request.target, grants, ca: request.ca }, env);
  const target: AskedTarget = areas.some((area) => usesTarget(area, config))
    ? choice
    : { kind: 'none', name: 'this machine' };
  return {
    config,
    areas,
    target,
    products,
    hostDriver:
      request.driver === undefined ? undefined : named('way to make hosts', request.driver, hostDrivers),
    defects: faults === undefined ? [] : await defectsFor(faults, { target, products }),
    lane: named('lane', lane, laneNames),
    headed: request.headed === true || request.ui === true,
    usesBrowser: areas.some((area) => opensBrowser(area, config, products)),
  };
}

/** An area about packages opens a browser only when it installs a Kamiwaza. */
function opensBrowser(area: string, { areas }: UatConfig, products: AskedProducts): boolean {
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
