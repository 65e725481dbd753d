import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entryAt } from '../files/entry-at.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { baseManifest, contentOf, stampOf } from './manifest.ts';

/** The root file system that every host starts from, read-only. */
export interface BaseRoot {
  /** Path of its folder on this machine. */
  root: string;
  at(path: string): FileEntry | undefined;
}

/** The base root in `folder`, or the reason why it cannot be used. */
export async function verifiedBase(folder: string): Promise<BaseRoot | string> {
  const file = path.join(folder, 'manifest.json');
  const root = path.join(folder, 'root');
  if (!existsSync(file)) return 'it has not been built yet';

  const manifest = baseManifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const stamp = stampOf(root);
  if (stamp !== manifest.stamp) {
    // A copy from another machine has other inodes and times, but the same content.
    if (contentOf(root) !== manifest.content) return `the one in ${folder} was changed`;
    await writeFile(file, JSON.stringify({ ...manifest, stamp }));
  }

  const known = new Map<string, FileEntry | undefined>();
  const at = (name: string) => {
    if (!known.has(name)) {
      const entry = entryAt(root + name);
      known.set(name, entry && { ...entry, xattrs: manifest.xattrs[name] ?? [] });
    }
    return known.get(name);
  };
  return { root, at };
}
