import { homedir } from 'node:os';
import path from 'node:path';

/** The folder for base roots and disks of hosts, outside the project: `$XDG_CACHE_HOME/kamiwaza-uat`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env['XDG_CACHE_HOME'];
  // The standard says to ignore a relative path: https://specifications.freedesktop.org/basedir-spec
  const root = cache !== undefined && path.isAbsolute(cache) ? cache : path.join(homedir(), '.cache');
  return path.join(root, 'kamiwaza-uat');
}
