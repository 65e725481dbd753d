import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { z } from 'zod';
import { entryAt } from '../files/entry-at.ts';
import { pathsBelow } from '../files/paths-below.ts';

/** Facts about a base root, written when it was built. */
export const baseManifest = z.object({
  builtAt: z.string(),
  content: z.string(),
  stamp: z.string(),
  /** Extended attributes of the few files that have any. */
  xattrs: z.record(z.string(), z.array(z.string())),
});

/**
 * Hash over inodes, sizes and change times of all files of a root: quick, and different after any write, since programs
 * cannot set a change time. Copying a root changes it too.
 */
export function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted()) {
    const { ino, ctimeNs, size, mode, uid, gid } = lstatSync(root + path, { bigint: true });
    hash.update(`${path}\0${ino} ${ctimeNs} ${size} ${mode} ${uid} ${gid}\0`);
  }
  return hash.digest('hex');
}

/** Hash over the paths, contents, modes and owners of a root; takes seconds. */
export function contentOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted())
    hash.update(`${path}\0${JSON.stringify(entryAt(root + path))}\0`);
  return hash.digest('hex');
}
