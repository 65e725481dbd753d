import type { Readable } from 'node:stream';

export interface CommandOptions {
  /** Variables added to a clean environment (`PATH`, `HOME`, `LANG=C.UTF-8`, `DEBIAN_FRONTEND=noninteractive`). */
  env?: Readonly<Record<string, string>>;
  /** Standard input of the command. Default: empty, and not a terminal. */
  stdin?: string | Buffer | Readable;
  /** Timeout in seconds, after which the command and its children are stopped. Default: 120. */
  seconds?: number;
  /** Name of the user that runs the command. Default: root. */
  user?: string;
}

/** How a command on a host ended; a code other than 0 is a result, not an error. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
  seconds: number;
  timedOut: boolean;
}
