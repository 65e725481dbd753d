import type { LaneName } from '@uat/config';

/** Target options, as commander parses them. */
export interface TargetOptions {
  target?: string;
  grant?: string[];
  ca?: string;
  config?: string;
}

/** Options that select tests. */
export interface SelectionOptions extends TargetOptions {
  areas?: string[];
  grep?: string;
  ticket?: string[];
  /** Arguments after `--`. */
  rest?: string[];
}

/** Options for the package to install. */
export interface ProductOptions {
  artifact?: string;
  previous?: string;
  profile?: string;
  driver?: string;
}

/** Options of `uat run`. */
export interface RunOptions extends SelectionOptions, ProductOptions {
  lane?: LaneName;
  out?: string;
  report?: boolean;
  open?: boolean;
  timeout?: string;
  workers?: string;
  /** Number of failures that ends the run, as written; 0 for no limit. */
  maxFailures?: string;
  headed?: boolean;
  ui?: boolean;
  lastFailed?: boolean;
  /** Ids of faults to seed, as written: `A4,A24` or one by one. */
  fault?: string[];
  /** Whether to leave `.uat/last` unchanged. */
  aside?: boolean;
  /** File of a pinned plan. */
  plan?: string;
  /** Shard of the plan, as written: `2/3`. */
  shard?: string;
  /** File with a request, instead of all other options. */
  request?: string;
}
