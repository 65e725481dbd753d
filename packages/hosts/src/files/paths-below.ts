import { type Dirent, lstatSync, readdirSync } from 'node:fs';

/** Everything below a folder of this machine, as paths that begin with `/`; follows no link. Empty when there is none. */
export function pathsBelow(root: string, folder: string): string[] {
  return entriesIn(`${root}${folder}`).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...pathsBelow(root, path)] : [path];
  });
}

/** What a folder holds; empty when it is gone, or is something else, such as a link to one. */
export function entriesIn(folder: string): Dirent[] {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Another process may be at work there.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
