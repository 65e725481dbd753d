import { mkdir, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleHash } from './bundle-hash.ts';

export interface ConsoleBundleOptions {
  /** The folder with the console's index.html and sources. */
  root?: string;
  /** The folder that holds one folder per bundle. */
  cache?: string;
  /** Packages whose installed version is part of the bundle; looked up in its node_modules. */
  dependencies?: string[];
  /** Called with one line when a build starts. */
  announce?: (line: string) => void;
}

const packageFolder = resolve(import.meta.dirname, '..');

const bundled = [
  '@emotion/react',
  '@emotion/styled',
  '@mui/material',
  '@vitejs/plugin-react',
  'eventsource-parser',
  'react',
  'react-dom',
  'react-router',
  'vite',
  'zod',
];

const building = new Map<string, Promise<void>>();

/**
 * The folder of the built console (index.html and its assets), built first when its sources or the packages in it
 * have changed. A warm call reads and hashes the sources and loads no bundler.
 * Throws when the build fails, with the bundler's own words.
 */
export async function consoleBundle({
  root = packageFolder,
  cache = join(packageFolder, '.cache'),
  dependencies = bundled,
  announce = (line) => void process.stderr.write(`${line}\n`),
}: ConsoleBundleOptions = {}): Promise<string> {
  const folder = join(cache, await bundleHash(root, dependencies));
  if (await isThere(folder)) {
    await markUsed(folder);
    return folder;
  }

  let build = building.get(folder);
  if (build === undefined) {
    announce('building the console (once) …');
    build = buildOnce(root, cache, folder).finally(() => building.delete(folder));
    building.set(folder, build);
  }
  await build;
  return folder;
}

async function buildOnce(root: string, cache: string, folder: string): Promise<void> {
  const [{ buildConsole }, { pruneBundles }] = await Promise.all([
    import('./build.ts'),
    import('./prune-bundles.ts'),
  ]);
  await mkdir(cache, { recursive: true });
  await buildConsole(root, cache, folder);
  await pruneBundles(cache);
}

// A bundle gets its name by a rename when it is complete, so the name alone says that it is whole.
async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false;
}

/** The time of last use decides what is pruned. A read-only installation cannot note it, and never prunes either. */
async function markUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}
