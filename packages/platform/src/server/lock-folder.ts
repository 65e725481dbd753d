import { link, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartError } from './errors/start-error.ts';
import { isRunning } from './is-running.ts';

const heldHere = new Set<string>();

/**
 * Locks a folder for this process and returns the unlock function. A lock of an ended process does not count.
 * Throws a StartError with the process that holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(await realpath(folder), 'platform.pid');
  const holder = await holderOf(file);
  if (holder !== undefined) {
    if (isHeld(file, holder)) throw inUse(folder, holder);
    await rm(file, { force: true });
  }
  // A hard link appears atomically with its content, and fails when the file exists.
  const draft = `${file}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(draft, `${process.pid}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    const winner = await holderOf(file);
    throw winner === undefined ? error : inUse(folder, winner);
  } finally {
    await rm(draft, { force: true });
  }
  heldHere.add(file);
  return async () => {
    heldHere.delete(file);
    await rm(file, { force: true });
  };
}

async function holderOf(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text);
}

// In a container each start may get the same process id, so an equal id alone proves nothing.
function isHeld(file: string, pid: number): boolean {
  return pid === process.pid ? heldHere.has(file) : isRunning(pid);
}

function inUse(folder: string, pid: number): StartError {
  return new StartError(
    `Another platform (pid ${pid}) uses the data folder ${folder}. Stop it, or name another folder with --data.`,
  );
}
