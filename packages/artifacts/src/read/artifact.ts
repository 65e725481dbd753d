export type ArtifactKind = 'deb' | 'rpm' | 'tarball' | 'script';

/** A path that an artifact installs, as written in it. */
export interface ArtifactFile {
  /** Absolute on the host; for a tarball, within the archive. */
  path: string;
  type: 'file' | 'directory' | 'link' | 'other';
  /** Permission bits including set-uid, set-gid and sticky, such as 0o644. */
  mode: number;
  owner: string;
  group: string;
  /** Size of a file in bytes, else 0. */
  size: number;
  /** Hexadecimal hash, for files only. */
  sha256?: string;
  /** Link target, for links only. */
  target?: string;
  /** For a hard link, the path under which the same file came first: it takes up space only once. */
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

/** The contents and metadata of an artifact. Fields that a kind does not have are empty. */
export interface Artifact {
  kind: ArtifactKind;
  /** SHA-256 of the artifact itself. */
  file: string;
  sha256: string;
  name: string;
  version: string;
  /**
   * The version by which its package manager orders it, if that is more than `version`: epoch, version and release of
   * an RPM.
   */
  order?: string;
  /** In Debian's notation: `amd64`, `arm64`, `all`. */
  architecture: string;
  summary: string;
  maintainer: string;
  homepage: string;
  /** One requirement each, as written; a Debian requirement may list alternatives. */
  depends: string[];
  files: ArtifactFile[];
  /** Content of each script that the artifact runs as root. */
  scripts: Partial<Record<ScriptName, string>>;
  /** Installed files that belong to the administrator afterwards. */
  conffiles: string[];
}
