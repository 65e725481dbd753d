import type { BaseRoot } from '../base/verified-base.ts';
import { entryAt } from '../files/entry-at.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { pathsBelow } from '../files/paths-below.ts';
import { readXattrs } from '../files/read-xattrs.ts';
import type { Snapshot } from '../host.ts';
import { changedPaths } from './changed-paths.ts';

export interface OverlaySnapshotOptions {
  base: BaseRoot;
  /** The writable layer and those of checkpoints, as folders of this machine. */
  layers: readonly string[];
  /** The merged disk, without what an init mounts on it. */
  disk: string;
  /** The root as processes on the host see it. */
  live: string;
  /** Folders in memory, which are therefore searched completely. */
  inMemory: readonly string[];
  /** Folders of this machine that are mounted read-only. */
  shared: readonly string[];
  /** The command prefix that enters the host. */
  inside: readonly string[];
}

// Virtual file systems of the kernel.
const notFiles = ['/proc', '/sys', '/dev'];

/** Takes a snapshot of an overlay: the changes in its layers, and everything in memory. */
export async function overlaySnapshot(options: OverlaySnapshotOptions): Promise<Snapshot> {
  const { base, layers, disk, live, inMemory, shared, inside } = options;
  const without = new Set([...notFiles, ...inMemory, ...shared]);
  const entries = new Map<string, FileEntry | undefined>();
  for (const path of changedPaths({ base: base.root, layers, merged: disk, without }))
    entries.set(path, entryAt(disk + path));
  for (const path of inMemory.flatMap((folder) => [folder, ...pathsBelow(live, folder)]))
    entries.set(path, entryAt(live + path));

  const there = [...entries].flatMap(([path, entry]) => (entry === undefined ? [] : [path]));
  for (const [path, xattrs] of await readXattrs(inside, there)) {
    const entry = entries.get(path);
    if (entry !== undefined) entries.set(path, { ...entry, xattrs });
  }
  const isElsewhere = (path: string) =>
    [...without].some((folder) => path === folder || path.startsWith(`${folder}/`));
  return {
    paths: new Set(entries.keys()),
    at: (path) => (entries.has(path) || isElsewhere(path) ? entries.get(path) : base.at(path)),
  };
}
