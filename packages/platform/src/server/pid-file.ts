import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Platform } from './start-platform.ts';

/** The root of the repository this platform was started from, if it was. */
export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Leaves a note in `<root>/.uat/platform.json` by which `uat --target local` finds this platform; the last one that
 * was started wins. Only its owner may read it, because it names passwords. Gives back a function that takes the note
 * away again, unless another platform has put its own there. Outside of a repository there is nobody to find it.
 */
export async function leaveRunningNote(
  { url, version, accounts, ca }: Pick<Platform, 'url' | 'version' | 'accounts' | 'ca'>,
  root: string = repository,
): Promise<() => Promise<void>> {
  if (!existsSync(join(root, 'uat.config.ts'))) return async () => {};
  const file = join(root, '.uat', 'platform.json');
  const note = JSON.stringify({ url, version, pid: process.pid, accounts, ca }, undefined, 2);
  await mkdir(join(root, '.uat'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${note}\n`, { mode: 0o600 });
  await rename(draft, file);
  return async () => {
    const found = await readFile(file, 'utf8').catch(() => '');
    if (found.trimEnd() === note) await rm(file, { force: true });
  };
}
