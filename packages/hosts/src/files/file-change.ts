import type { FileEntry } from './file-entry.ts';

/** One difference between two moments of a host; paths are absolute on the host. */
export type FileChange =
  | { kind: 'added'; path: string; after: FileEntry }
  | { kind: 'removed'; path: string; before: FileEntry }
  /** Other bytes, another link target or another type. */
  | { kind: 'content'; path: string; before: FileEntry; after: FileEntry }
  /** The same content with another mode, owner or extended attribute. */
  | { kind: 'metadata'; path: string; before: FileEntry; after: FileEntry };
