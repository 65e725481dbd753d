import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Builds the console into `folder`, all at once: it is built beside it and renamed when complete. Whoever loses a
 * race with another process keeps the winner's folder, which has the same content.
 */
export async function buildConsole(root: string, cache: string, folder: string): Promise<void> {
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    await bundleInto(root, unfinished);
    // A temporary folder is its owner's alone; the service that serves the bundle may run as someone else.
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** A process of its own: the bundler's memory goes with it, and React takes its build from NODE_ENV. */
async function bundleInto(root: string, folder: string): Promise<void> {
  const script = join(import.meta.dirname, 'build-process.ts');
  try {
    await run(process.execPath, [script, root, folder], { env: { ...process.env, NODE_ENV: 'production' } });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`The console in ${root} could not be built: ${stderr?.trim() || String(error)}`, {
      cause: error,
    });
  }
}
