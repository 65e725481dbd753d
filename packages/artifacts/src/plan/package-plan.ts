import type { Lifecycle } from '../lifecycle/lifecycle.ts';
import type { PlannedEntry } from './planned-entry.ts';

/** All that there is to know to write a package of any kind. */
export interface PackagePlan {
  name: string;
  version: string;
  architecture: 'all' | 'amd64' | 'arm64';
  /** One line. */
  summary: string;
  description: string;
  /** `Name <address>`. */
  maintainer: string;
  homepage: string;
  /** SPDX identifier, or the name of a licence that has none. */
  licence: string;
  /** As Debian writes them: `python3 (>= 3.9)`. */
  depends: string[];
  entries: PlannedEntry[];
  /** Paths among `entries` that belong to the administrator once they are installed. */
  conffiles: string[];
  lifecycle: Lifecycle;
}
