import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { entryAt } from '../files/entry-at.ts';
import { pathsBelow } from '../files/paths-below.ts';

/**
 * Hash over the change times of all files of a root: every write changes one, and no program can set it. Fast, but not
 * valid for a copy of the root.
 */
export function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted()) {
    const { ino, ctimeNs, size, mode, uid, gid } = lstatSync(root + path, { bigint: true });
    hash.update(`${path}\0${ino} ${ctimeNs} ${size} ${mode} ${uid} ${gid}\0`);
  }
  return hash.digest('hex');
}

/** Hash over the paths, content, modes and owners of a root; takes seconds. */
export function contentOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted())
    hash.update(`${path}\0${JSON.stringify(entryAt(root + path))}\0`);
  return hash.digest('hex');
}
