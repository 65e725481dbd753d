import { type Dirent, lstatSync, readdirSync } from 'node:fs';

/**
 * All paths below a folder of this machine, relative to the root and starting with `/`. Follows no links. Empty if
 * missing.
 */
export function pathsBelow(root: string, folder: string): string[] {
  return entriesIn(`${root}${folder}`).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...pathsBelow(root, path)] : [path];
  });
}

/** The entries of a folder; none if it is gone or is not a folder, such as a link to one. */
export function entriesIn(folder: string): Dirent[] {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Another process may be deleting files.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
