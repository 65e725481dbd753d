import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { entryAt } from '../files/entry-at.ts';
import type { FileEntry } from '../files/file-entry.ts';
import type { BaseRoot } from './base-root.ts';
import { contentOf, stampOf } from './manifest.ts';

/** The manifest that was written when the root was built. */
export const baseManifest = z.object({
  builtAt: z.string(),
  content: z.string(),
  stamp: z.string(),
  /** Extended attributes of the few files that have any. */
  xattrs: z.record(z.string(), z.array(z.string())),
});

/** Returns the base root in a folder, or why it cannot be used. */
export async function verifiedBase(folder: string): Promise<BaseRoot | string> {
  const file = path.join(folder, 'manifest.json');
  const root = path.join(folder, 'root');
  if (!existsSync(file)) return 'it has not been built yet';

  const manifest = baseManifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const stamp = stampOf(root);
  if (stamp !== manifest.stamp) {
    // It may have been copied from another machine: then its content decides.
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
