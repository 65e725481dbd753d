import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Platform } from './start-platform.ts';

/** Root of the repository that this platform was started from. */
export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Writes `<root>/.uat/platform.json`, by which `uat --target local` finds the platform that was started last. Only its
 * owner may read it, because it contains passwords. Returns a function that removes the file, unless it has become that
 * of another platform. Outside of a repository nothing is written.
 */
export async function writePidFile(
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
