import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Builds the console into `folder`, which appears only when it is complete. When another process builds the same
 * console at the same time, the first result is kept, because both have the same content.
 */
export async function buildConsole(root: string, cache: string, folder: string): Promise<void> {
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    await bundleInto(root, unfinished);
    // Temporary folders are private to their owner, but the service may run as another user.
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Builds in a separate process, which frees the bundler's memory and lets React see its NODE_ENV. */
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
