import type { FileEntry } from './file-entry.ts';

/** One difference between two snapshots of a host; paths are absolute on the host. */
export type FileChange =
  | { kind: 'added'; path: string; after: FileEntry }
  | { kind: 'removed'; path: string; before: FileEntry }
  /** Different bytes, link target or type. */
  | { kind: 'content'; path: string; before: FileEntry; after: FileEntry }
  /** The same content with a different mode, owner or extended attribute. */
  | { kind: 'metadata'; path: string; before: FileEntry; after: FileEntry };
