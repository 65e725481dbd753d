export interface BuildOptions {
  /** Receives progress, line by line: building takes a minute. */
  log: (line: string) => void;
  /** Ends the build when aborted. */
  signal: AbortSignal;
}
