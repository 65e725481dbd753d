/** A file, folder or link of a host, reduced to what an installer determines: no times, no inode numbers. */
export interface FileEntry {
  type: 'file' | 'directory' | 'link' | 'device' | 'fifo' | 'socket';
  /** Permission bits including set-uid, set-gid and sticky, such as 0o644. */
  mode: number;
  uid: number;
  gid: number;
  /** Size of a file in bytes, else 0. */
  size: number;
  /** Hexadecimal hash, for files only. */
  sha256?: string;
  /** Link target, for links only. */
  target?: string;
  /** Sorted extended attributes as `name=base64`, including file capabilities and access control lists. */
  xattrs: readonly string[];
}
