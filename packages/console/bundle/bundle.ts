import { mkdir, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleHash } from './bundle-hash.ts';

export interface ConsoleBundleOptions {
  /** The folder with the console's index.html and sources. */
  root?: string;
  /** The cache, with a folder for each bundle. */
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
 * The folder of the built console (index.html and its assets). It is built when its sources or its dependencies
 * have changed; otherwise a call only hashes the sources and loads no bundler.
 * Throws an error with the bundler's message when the build fails.
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

// A folder is renamed when it is complete, so its name alone proves that.
async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false;
}

/** Records the last use, by which bundles are pruned. A read-only installation cannot do either. */
async function markUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}
