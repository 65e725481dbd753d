import type { Lifecycle } from '../lifecycle/lifecycle.ts';
import type { PlannedEntry } from './planned-entry.ts';

/** Everything needed to write a package of any kind. */
export interface PackagePlan {
  name: string;
  version: string;
  architecture: 'all' | 'amd64' | 'arm64';
  /** A single line. */
  summary: string;
  description: string;
  /** `Name <address>`. */
  maintainer: string;
  homepage: string;
  /** SPDX identifier, or the name of a licence without one. */
  licence: string;
  /** In Debian's notation: `python3 (>= 3.9)`. */
  depends: string[];
  entries: PlannedEntry[];
  /** Paths among `entries` that belong to the administrator once installed. */
  conffiles: string[];
  lifecycle: Lifecycle;
}
