import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { entryAt } from '../files/entry-at.ts';
import { pathsBelow } from '../files/paths-below.ts';

/**
 * One hash over what every file of a root was last touched: any write changes a file's change time, which no program
 * can set. Quick, and no longer right when the root was copied.
 */
export function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted()) {
    const { ino, ctimeNs, size, mode, uid, gid } = lstatSync(root + path, { bigint: true });
    hash.update(`${path}\0${ino} ${ctimeNs} ${size} ${mode} ${uid} ${gid}\0`);
  }
  return hash.digest('hex');
}

/** One hash over the paths, content, modes and owners of a root; takes seconds. */
export function contentOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of pathsBelow(root, '').toSorted())
    hash.update(`${path}\0${JSON.stringify(entryAt(root + path))}\0`);
  return hash.digest('hex');
}
