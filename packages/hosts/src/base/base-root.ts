import { createHash } from 'node:crypto';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { baseRecipe } from './base-recipe.ts';
import { buildBase } from './build-base.ts';
import type { BuildOptions } from './build-options.ts';
import { withLock } from './with-lock.ts';
import { type BaseRoot, verifiedBase } from './verified-base.ts';

export type BaseRootOptions = Partial<BuildOptions>;

let base: Promise<BaseRoot> | undefined;

/**
 * The base root: the cached one if it is unchanged since it was built, otherwise a new one. Checked once per process.
 * @throws UatError (infrastructure) when no base root can be built, with what to do about it.
 */
export function baseRoot(options: BaseRootOptions = {}): Promise<BaseRoot> {
  base ??= findOrBuild(options).catch((error: unknown) => {
    base = undefined;
    throw error;
  });
  return base;
}

async function findOrBuild({
  log = () => undefined,
  signal = new AbortController().signal,
}: BaseRootOptions): Promise<BaseRoot> {
  const recipe = createHash('sha256')
    .update(JSON.stringify([baseRecipe, process.arch]))
    .digest('hex');
  const folder = path.join(cacheFolder(), 'bases', recipe.slice(0, 16));

  const cached = await verifiedBase(folder);
  if (typeof cached !== 'string') return cached;
  return withLock(`${folder}.lock`, async () => {
    // Another process may have built it while this one waited.
    const meanwhile = await verifiedBase(folder);
    if (typeof meanwhile !== 'string') return meanwhile;

    log(`no base root for clean hosts: ${cached}; building one (once, about a minute)`);
    await buildBase(folder, { log, signal });
    const built = await verifiedBase(folder);
    if (typeof built === 'string') throw new Error(`the base root that was just built: ${built}`);
    return built;
  });
}
