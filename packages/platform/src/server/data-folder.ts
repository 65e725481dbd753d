import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { StartError } from './errors/start-error.ts';
import { lockFolder } from './lock-folder.ts';

/** The data folder of a platform. */
export interface DataFolder {
  path: string;
  /** Removes a temporary folder, or unlocks one that the operator named. */
  leave(): Promise<void>;
}

/** File in a temporary folder with the id of its process. */
export const ownerFile = 'pid';

/**
 * The folder that the operator named, created when it is missing, or a temporary one. It is locked for this platform.
 * Throws a StartError when it cannot be used or another platform does.
 */
export async function dataFolder(named?: string): Promise<DataFolder> {
  if (named === undefined) {
    const path = await mkdtemp(join(tmpdir(), 'uat-platform-'));
    await writeFile(join(path, ownerFile), `${process.pid}\n`);
    return { path, leave: () => rm(path, { recursive: true, force: true }) };
  }
  const path = resolve(named);
  try {
    await makeFolder(path);
    return { path, leave: await lockFolder(path) };
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The data folder ${path} cannot be used (${reason}). Name a writable folder with --data; the folder around it has to exist.`,
      { cause },
    );
  }
}

// Without its parents: a mistyped path is an error, and on some file systems a recursive mkdir never returns.
async function makeFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) await mkdir(path, { mode: 0o700 });
  else if (!there.isDirectory()) throw new Error('it is not a folder');
}
