import type { HostCapability, MissingCapability } from './capability.ts';
import type { Checkpoint, Host } from './host.ts';

export interface HostOptions {
  /** Where to start. Default: the base root. */
  from?: Checkpoint;
  /** Folders of the host with a small disk of their own, such as `{ '/opt': '16m' }`. */
  tmpfs?: Readonly<Record<string, string>>;
  /** Room on the disk beyond the base, in megabytes. Default: what this machine has. */
  diskMegabytes?: number;
  /** Folders of the host that nobody can write to. */
  readOnly?: readonly string[];
  /** Folders of this machine by their place on the host, where they cannot be written to. */
  shared?: Readonly<Record<string, string>>;
}

export interface HostProbe {
  capabilities: ReadonlySet<HostCapability>;
  missing: readonly MissingCapability[];
}

/** A way to come by clean machines. */
export interface HostDriver {
  readonly name: 'overlay' | 'chroot' | 'ssh' | 'static';
  /** What its hosts can do here, and what they cannot and why. Changes nothing and takes milliseconds. */
  probe(): Promise<HostProbe>;
  /** @throws UatError (infrastructure) when no host can be made here, with the reason. */
  create(options?: HostOptions): Promise<Host>;
}
