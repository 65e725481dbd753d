/** What there is at a path of a host, as far as it says something about an installer: no times, no inode numbers. */
export interface FileEntry {
  type: 'file' | 'directory' | 'link' | 'device' | 'fifo' | 'socket';
  /** Permission bits with set-uid, set-gid and sticky, such as 0o644. */
  mode: number;
  uid: number;
  gid: number;
  /** Bytes of a file, else 0. */
  size: number;
  /** Hexadecimal, of files only. */
  sha256?: string;
  /** Of links only. */
  target?: string;
  /** Extended attributes as `name=base64`, in order: file capabilities and access lists are among them. */
  xattrs: readonly string[];
}
