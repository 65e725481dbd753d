import type { LaneName } from '@uat/config';

/** Options that choose and reach a target, as commander gives them. */
export interface TargetOptions {
  target?: string;
  grant?: string[];
  ca?: string;
  config?: string;
}

/** Options that choose tests. */
export interface SelectionOptions extends TargetOptions {
  areas?: string[];
  grep?: string;
  ticket?: string[];
  /** What stood behind `--`. */
  rest?: string[];
}

/** Options that choose the package that is installed. */
export interface ProductOptions {
  artifact?: string;
  previous?: string;
  profile?: string;
  driver?: string;
}

/** Options of a run. */
export interface RunOptions extends SelectionOptions, ProductOptions {
  lane?: LaneName;
  out?: string;
  report?: boolean;
  open?: boolean;
  timeout?: string;
  workers?: string;
  /** How many failures end the run, as written; 0 for none. */
  maxFailures?: string;
  headed?: boolean;
  ui?: boolean;
  lastFailed?: boolean;
  /** Ids of faults to switch on in the embedded platform, as written: `A4,A24` or one by one. */
  fault?: string[];
  /** Leaves `.uat/last` as it is. */
  aside?: boolean;
  /** File with a request, which says all that would else be options. */
  request?: string;
}
