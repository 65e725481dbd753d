export interface BuildOptions {
  /** Receives progress, line by line: building takes a minute. */
  say: (line: string) => void;
  /** Ends the build when aborted. */
  signal: AbortSignal;
}
