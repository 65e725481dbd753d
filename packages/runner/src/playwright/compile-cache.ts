import { getCompileCacheDir } from 'node:module';
import path from 'node:path';

/**
 * The variable by which Playwright and its workers use the cache of compiled sources of this process, where it has one:
 * most of what they do to start is compiling.
 */
export function compileCache(): NodeJS.ProcessEnv {
  const folderOfThisNode = getCompileCacheDir();
  return folderOfThisNode === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(folderOfThisNode) };
}
