import { createHash } from 'node:crypto';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { baseRecipe } from './base-recipe.ts';
import { buildBase } from './build-base.ts';
import { withLock } from './with-lock.ts';
import { verifiedBase } from './verified-base.ts';

/** The read-only root that every host starts from. */
export interface BaseRoot {
  /** The root's folder on this machine. */
  root: string;
  at(path: string): FileEntry | undefined;
}

export interface BaseRootOptions {
  /** Receives progress messages: building takes a minute. */
  log?: (line: string) => void;
  /** Aborts a build. */
  signal?: AbortSignal;
}

let base: Promise<BaseRoot> | undefined;

/**
 * Returns the base root: the cached one if it is intact, else a newly built one. Checked once per process.
 * @throws UatError (infrastructure) when there is none and none can be built, with what to do about it.
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
