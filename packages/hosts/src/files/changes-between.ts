import type { Snapshot } from '../host.ts';
import type { FileChange } from './file-change.ts';
import type { FileEntry } from './file-entry.ts';

/** Lists the differences between two snapshots, ordered by path. */
export function changesBetween(before: Snapshot, after: Snapshot): FileChange[] {
  return [...new Set([...before.paths, ...after.paths])]
    .toSorted()
    .flatMap((path) => change(path, before.at(path), after.at(path)) ?? []);
}

function change(
  path: string,
  before: FileEntry | undefined,
  after: FileEntry | undefined,
): FileChange | undefined {
  if (before === undefined) return after && { kind: 'added', path, after };
  if (after === undefined) return { kind: 'removed', path, before };
  if (contentOf(before) !== contentOf(after)) return { kind: 'content', path, before, after };
  if (!hasSameMetadata(before, after)) return { kind: 'metadata', path, before, after };
  return undefined;
}

/** Whether two entries have the same mode, owner and attributes, regardless of their content. */
export function hasSameMetadata(one: FileEntry, other: FileEntry): boolean {
  return metadataOf(one) === metadataOf(other);
}

const contentOf = ({ type, size, sha256, target }: FileEntry) => JSON.stringify([type, size, sha256, target]);
const metadataOf = ({ mode, uid, gid, xattrs }: FileEntry) => JSON.stringify([mode, uid, gid, xattrs]);
