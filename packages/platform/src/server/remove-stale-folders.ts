import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ownerFile } from './data-folder.ts';
import { isRunning } from './is-running.ts';

/**
 * Removes temporary data folders of killed platforms from `parent`: only those with the id of a process that has ended.
 * Folders that cannot be removed stay.
 */
export async function removeStaleFolders(parent: string = tmpdir()): Promise<void> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const ours = entries.filter((entry) => entry.isDirectory() && /^uat-platform-\w{6}$/.test(entry.name));
  await Promise.all(
    ours.map(async ({ name }) => {
      const folder = join(parent, name);
      const owner = await readFile(join(folder, ownerFile), 'utf8').catch(() => undefined);
      if (owner === undefined || !/^\d+\n$/.test(owner) || isRunning(Number(owner))) return;
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }),
  );
}
