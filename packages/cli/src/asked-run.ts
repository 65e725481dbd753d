import {
  configurationError,
  loadConfig,
  needsTarget,
  parseGrants,
  resolveTarget,
  type Target,
  type UatConfig,
} from '@uat/config';
import type { Regression } from '@uat/platform';
import { areaNames } from './area-names.ts';
import { defectsFor } from './defects.ts';
import type { RunOptions } from './options.ts';
import { refuseForeign } from './refuse-foreign.ts';

/** What a run tests; none where all its tests are about packages. */
export type AskedTarget = Target | { kind: 'none'; name: 'this machine' };

/** What a command line and the config ask for, before anything has been started. */
export interface AskedRun {
  config: UatConfig;
  areas: string[];
  target: AskedTarget;
  /** The past defects that the target is to have. */
  defects: Regression[];
  workers: number | undefined;
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
  const workers = options.workers === undefined ? undefined : positiveInteger('--workers', options.workers);
  refuseForeign(options.rest ?? []);
  const grants = (options.grant ?? []).flatMap(parseGrants);
  const choice = resolveTarget(config, { target: options.target, grants, ca: options.ca }, env);
  const target: AskedTarget = areas.some((area) => needsTarget(area, config))
    ? choice
    : { kind: 'none', name: 'this machine' };
  return {
    config,
    areas,
    target,
    defects: options.regress === undefined ? [] : await defectsFor(target, options.regress),
    workers,
    headed: options.headed === true || options.ui === true,
    needsBrowser: areas.some((area) => config.areas[area]?.browser),
  };
}

function positiveInteger(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw configurationError(`${option} takes a number from 1 up, not '${text}'.`);
  return Number(text);
}
