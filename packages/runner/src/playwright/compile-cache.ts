import { getCompileCacheDir } from 'node:module';
import path from 'node:path';

/**
 * The variable that makes Playwright and its workers share this process's compile cache, if any: compiling takes most
 * of their start.
 */
export function compileCache(): NodeJS.ProcessEnv {
  const folderOfThisNode = getCompileCacheDir();
  return folderOfThisNode === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(folderOfThisNode) };
}
