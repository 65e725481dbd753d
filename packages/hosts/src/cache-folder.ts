import { homedir } from 'node:os';
import path from 'node:path';

/** Where base roots and the disks of hosts are kept, outside the project: `$XDG_CACHE_HOME/kamiwaza-uat`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env['XDG_CACHE_HOME'];
  // The standard says to ignore a relative one: https://specifications.freedesktop.org/basedir-spec
  const root = cache !== undefined && path.isAbsolute(cache) ? cache : path.join(homedir(), '.cache');
  return path.join(root, 'kamiwaza-uat');
}
