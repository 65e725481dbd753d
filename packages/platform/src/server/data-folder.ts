import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { StartError } from './errors/start-error.ts';
import { lockFolder } from './lock-folder.ts';

/** Where a platform keeps its data, and how to leave. */
export interface DataFolder {
  path: string;
  /** Removes a temporary folder; a folder the operator named stays, free for the next platform. */
  leave(): Promise<void>;
}

/** File in a temporary folder that names the process it belongs to. */
export const ownerFile = 'pid';

/**
 * The folder the operator named, made when it is missing, or a fresh temporary one. Nobody else uses it meanwhile.
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

// Not its parents: a mistyped path is to be told, and on odd file systems Node never comes to an end of them.
async function makeFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) await mkdir(path, { mode: 0o700 });
  else if (!there.isDirectory()) throw new Error('it is no folder');
}
