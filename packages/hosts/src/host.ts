import type { HostCapability } from './capability.ts';
import type { CommandOptions, CommandResult } from './command/command.ts';
import type { FileChange } from './files/file-change.ts';
import type { FileEntry } from './files/file-entry.ts';
import type { HostFacts } from './facts/host-facts.ts';

/** The files of a host at one moment. Two of them compare when they come from the same driver. */
export interface Snapshot {
  /** The paths that may differ from another snapshot; all others are as the base root has them. */
  readonly paths: ReadonlySet<string>;
  /** What there was at a path; `undefined` for nothing. */
  at(path: string): FileEntry | undefined;
}

/** The frozen disk of a host, from which others start. It must outlive them; disposing it removes it. */
export interface Checkpoint extends AsyncDisposable {
  readonly name: string;
}

/** A port of the host, reachable from this machine for as long as it is not disposed. */
export interface Forward extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

/**
 * A clean machine for an installer. What it cannot do it refuses with a UatError (configuration) that gives the reason:
 * ask `capabilities` first.
 */
export interface Host extends AsyncDisposable {
  readonly name: string;
  readonly driver: string;
  readonly capabilities: ReadonlySet<HostCapability>;

  /** Starts the init system and waits until it is done starting; `degraded` when a unit of it failed. */
  boot(): Promise<'running' | 'degraded'>;
  /** Shuts down in order. The disk stays, and `boot` may follow. */
  stop(): Promise<void>;
  /** Everything that runs is gone at once, as when the power fails. The disk stays, and `boot` may follow. */
  powerCut(): Promise<void>;

  /** Runs a program by its arguments, without a shell between. */
  run(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
  /** Copies a file of this machine; its mode is kept, its owner is root. Folders that are missing are made. */
  put(source: string, destination: string): Promise<void>;
  write(path: string, content: string | Buffer, mode?: number): Promise<void>;
  /** @throws UatError (infrastructure) when there is no such file. */
  read(path: string): Promise<Buffer>;

  facts(): Promise<HostFacts>;
  snapshot(): Promise<Snapshot>;
  /** What is different now, by path; `before` may come from another host of the same driver. */
  changesSince(before: Snapshot): Promise<FileChange[]>;

  /** Stops the host, freezes its disk and goes on with a fresh layer above it. */
  checkpoint(): Promise<Checkpoint>;
  forward(port: number): Promise<Forward>;
}
