import { createHash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, readlinkSync, readSync, type Stats } from 'node:fs';
import type { FileEntry } from './file-entry.ts';

/**
 * Describes what is at a path of this machine, without extended attributes; `undefined` for nothing. Follows no links.
 */
export function entryAt(path: string): FileEntry | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats && entryOf(path, stats);
  } catch (error) {
    // A parent is not a folder, or the file was deleted in the meantime: there is nothing.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function entryOf(path: string, stats: Stats): FileEntry {
  const type = typeOf(stats);
  return {
    type,
    mode: stats.mode & 0o7777,
    uid: stats.uid,
    gid: stats.gid,
    size: type === 'file' ? stats.size : 0,
    xattrs: [],
    ...(type === 'file' && { sha256: sha256Of(path) }),
    ...(type === 'link' && { target: readlinkSync(path) }),
  };
}

function typeOf(stats: Stats): FileEntry['type'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFIFO()) return 'fifo';
  return stats.isSocket() ? 'socket' : 'device';
}

const piece = Buffer.allocUnsafe(1024 * 1024);

function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
