import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { buildTime } from './build-time.ts';

/** The properties of a path that a tar archive stores. */
export interface TarEntry {
  name: string;
  type: 'file' | 'directory' | 'link';
  mode: number;
  size: number;
  target: string;
  open(): Readable;
}

/** A tar archive of these entries, owned by root and dated to the build time. */
export function tarOf(entries: readonly TarEntry[]): Pack {
  const archive = pack();
  fill(archive, entries).catch((error: Error) => archive.destroy(error));
  return archive;
}

async function fill(archive: Pack, entries: readonly TarEntry[]): Promise<void> {
  const owner = { uid: 0, gid: 0, uname: 'root', gname: 'root', mtime: new Date(buildTime() * 1000) };
  for (const { name, type, mode, size, target, open } of entries) {
    if (type === 'file') {
      await pipeline(open(), archive.entry({ ...owner, name, type, mode, size }));
    } else if (type === 'link') {
      archive.entry({ ...owner, name, type: 'symlink', mode, linkname: target });
    } else {
      archive.entry({ ...owner, name: `${name}/`, type, mode });
    }
  }
  archive.finalize();
}
