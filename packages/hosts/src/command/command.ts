import type { Readable } from 'node:stream';

export interface CommandOptions {
  /** Added to a clean environment (`PATH`, `HOME`, `LANG=C.UTF-8`, `DEBIAN_FRONTEND=noninteractive`). */
  env?: Readonly<Record<string, string>>;
  /** What the command reads. Default: nothing; it finds its input at the end, and no terminal. */
  stdin?: string | Buffer | Readable;
  /** After these many seconds the command and its children are stopped. Default: 120. */
  seconds?: number;
  /** Who runs it, by name. Default: root. */
  user?: string;
}

/** How a command on a host ended; a code other than 0 is an answer, not an error. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
  seconds: number;
  timedOut: boolean;
}
