/** A path that a package installs: absolute on the host, owned by root. */
export type PlannedEntry =
  | { kind: 'file'; path: string; mode: number; content: string | Buffer }
  /** A file of this machine, read when the package is written. */
  | { kind: 'copy'; path: string; mode: number; source: string }
  | { kind: 'link'; path: string; target: string }
  | { kind: 'directory'; path: string; mode: number };
