import {
  configurationError,
  didYouMean,
  type HostDriverName,
  hostDrivers,
  loadConfig,
  needsTarget,
  parseGrants,
  resolveTarget,
  type Target,
  type UatConfig,
} from '@uat/config';
import { areaNames } from './area-names.ts';
import { defectsFor, type PastDefect } from './defects.ts';
import type { RunOptions } from './options.ts';
import { type AskedProducts, askedProducts } from '../products/asked-products.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { wholeNumber } from './whole-number.ts';

/** What a run tests; none where all its tests are about packages. */
export type AskedTarget = Target | { kind: 'none'; name: 'this machine' };

/** What a command line and the config ask for, before anything has been started. */
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
  workers: number | undefined;
  /** How many failures end the run, where that is not the lane's to say; 0 for none. */
  maxFailures: number | undefined;
  /** Whether somebody wants to see the browser. */
  headed: boolean;
  /** Whether any of the areas has tests in a browser. */
  needsBrowser: boolean;
}

/**
 * Reads the options of a run against the config.
 * @throws UatError (configuration) when they ask for what there is not.
 */
export async function askedRun(options: RunOptions, env: NodeJS.ProcessEnv): Promise<AskedRun> {
  const config = await loadConfig(options.config);
  const areas = areaNames(options.areas ?? [], config);
  const workers = options.workers === undefined ? undefined : wholeNumber('--workers', options.workers, 1);
  const maxFailures =
    options.maxFailures === undefined ? undefined : wholeNumber('--max-failures', options.maxFailures, 0);
  refuseForeign(options.rest ?? []);
  const grants = (options.grant ?? []).flatMap(parseGrants);
  const products = await askedProducts(options, areas, config);
  const choice = resolveTarget(config, { target: options.target, grants, ca: options.ca }, env);
  const target: AskedTarget = areas.some((area) => needsTarget(area, config))
    ? choice
    : { kind: 'none', name: 'this machine' };
  return {
    config,
    areas,
    target,
    products,
    hostDriver: options.driver === undefined ? undefined : driverNamed(options.driver),
    defects: options.regress === undefined ? [] : await defectsFor(options.regress, { target, products }),
    workers,
    maxFailures,
    headed: options.headed === true || options.ui === true,
    needsBrowser: areas.some((area) => opensBrowser(area, config, products)),
  };
}

/** An area about packages opens a browser only when it installs a Kamiwaza. */
function opensBrowser(area: string, { areas }: UatConfig, products: AskedProducts): boolean {
  const { browser = false, target = true } = areas[area] ?? {};
  if (target || products.kind === 'none') return browser;
  return browser && products.profile?.profile.kamiwaza !== undefined;
}

function driverNamed(name: string): HostDriverName {
  const found = hostDrivers.find((one) => one === name);
  if (found !== undefined) return found;
  throw configurationError(
    `There is no way to make hosts called '${name}'. Ways: ${hostDrivers.join(', ')}.${didYouMean(name, hostDrivers)}`,
  );
}
