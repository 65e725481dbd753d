export type ArtifactKind = 'deb' | 'rpm' | 'tarball' | 'script';

/** One path that an artifact brings, as it is written in it. */
export interface ArtifactFile {
  /** Absolute on the host; of a tarball, within it. */
  path: string;
  type: 'file' | 'directory' | 'link' | 'other';
  /** Permission bits with set-uid, set-gid and sticky, such as 0o644. */
  mode: number;
  owner: string;
  group: string;
  /** Bytes of a file, else 0. */
  size: number;
  /** Hexadecimal, of files only. */
  sha256?: string;
  /** Of links only. */
  target?: string;
  /** The path under which a file came first that has several names (hard links): it takes its room once. */
  sameAs?: string;
}

export type ScriptName =
  | 'preinst'
  | 'postinst'
  | 'prerm'
  | 'postrm'
  | 'config'
  | 'triggers'
  | 'pretrans'
  | 'posttrans'
  | 'install.sh';

/** What an artifact says of itself. Fields that a kind does not have are empty. */
export interface Artifact {
  kind: ArtifactKind;
  /** Of the artifact itself. */
  file: string;
  sha256: string;
  name: string;
  version: string;
  /** How its package manager orders it, where that is more than the version: epoch, version and release of an RPM. */
  order?: string;
  /** In Debian's words: `amd64`, `arm64`, `all`. */
  architecture: string;
  summary: string;
  maintainer: string;
  homepage: string;
  /** One requirement each, as written; of a Debian package it may name several of which one is enough. */
  depends: string[];
  files: ArtifactFile[];
  /** Text of each script that the artifact runs as root. */
  scripts: Partial<Record<ScriptName, string>>;
  /** Files that it brings and that belong to the administrator afterwards. */
  conffiles: string[];
}
