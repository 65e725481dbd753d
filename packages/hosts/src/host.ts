import type { HostCapability } from './capability.ts';
import type { CommandOptions, CommandResult } from './command/command.ts';
import type { FileChange } from './files/file-change.ts';
import type { FileEntry } from './files/file-entry.ts';
import type { HostFacts } from './facts/host-facts.ts';

/** The files of a host at one moment. Comparable with snapshots from the same driver. */
export interface Snapshot {
  /** The paths that may differ from another snapshot; all others are as in the base root. */
  readonly paths: ReadonlySet<string>;
  /** The entry at a path; `undefined` for nothing. */
  at(path: string): FileEntry | undefined;
}

/** The frozen disk of a host, from which other hosts start. It must outlive them; disposing it removes it. */
export interface Checkpoint extends AsyncDisposable {
  readonly name: string;
}

/** A port of the host that is reachable from this machine until it is disposed. */
export interface Forward extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
}

/**
 * A clean machine for an installer. Operations that it does not support throw a UatError (configuration) with the
 * reason;
 * check `capabilities` first.
 */
export interface Host extends AsyncDisposable {
  readonly name: string;
  readonly driver: string;
  readonly capabilities: ReadonlySet<HostCapability>;

  /** Starts the init system and waits until it is up; `degraded` when one of its units failed. */
  boot(): Promise<'running' | 'degraded'>;
  /** Shuts the host down in order. The disk remains, and `boot` may follow. */
  stop(): Promise<void>;
  /** Stops all processes at once, as in a power failure. The disk remains, and `boot` may follow. */
  powerCut(): Promise<void>;

  /** Runs a program with its arguments, without a shell. */
  run(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** Copies a file of this machine to the host; keeps its mode, makes root its owner and creates missing folders. */
  put(source: string, destination: string): Promise<void>;
  write(path: string, content: string | Buffer, mode?: number): Promise<void>;
  /** @throws UatError (infrastructure) when the file does not exist. */
  read(path: string): Promise<Buffer>;

  facts(): Promise<HostFacts>;
  snapshot(): Promise<Snapshot>;
  /** Changes by path since a snapshot; `before` may come from another host of the same driver. */
  changesSince(before: Snapshot): Promise<FileChange[]>;

  /** Stops the host, freezes its disk and continues on a fresh layer above it. */
  checkpoint(): Promise<Checkpoint>;
  forward(port: number): Promise<Forward>;
}
