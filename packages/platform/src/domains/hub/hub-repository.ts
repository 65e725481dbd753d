/** A repository of the hub. */
export interface HubRepository {
  /** Author and name. */
  id: string;
  /** Requires accepted terms, which no caller has here. */
  gated: boolean;
  purpose: 'chat' | 'embedding';
  downloads: number;
  files: readonly HubFile[];
}

/** A file of a repository. */
export interface HubFile {
  name: string;
  size: number;
  sha256: string;
  bytes(): Buffer;
}
