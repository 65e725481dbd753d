import { existsSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';

/**
 * The folder of a run, named by its id or its path; without a name, that of the last run.
 * @throws UatError (configuration) when there is no such run.
 */
export function runFolderOf(root: string, which?: string): string {
  const uat = path.join(root, '.uat');
  const places =
    which === undefined ? [path.join(uat, 'last')] : [path.join(uat, 'runs', which), path.resolve(which)];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw configurationError(
    which === undefined
      ? 'There is no run yet; start one with pnpm uat.'
      : `There is no run ${which} in a folder; .uat/runs holds the newest ones.`,
  );
}
