import type { HostCapability, MissingCapability } from './capability.ts';
import type { Checkpoint, Host } from './host.ts';

export interface HostOptions {
  /** The checkpoint to start from. Default: the base root. */
  from?: Checkpoint;
  /** Folders of the host on a small disk of their own, such as `{ '/opt': '16m' }`. */
  tmpfs?: Readonly<Record<string, string>>;
  /** Disk space beyond the base, in megabytes. Default: what this machine has. */
  diskMegabytes?: number;
  /** Read-only folders of the host. */
  readOnly?: readonly string[];
  /** Folders of this machine to mount read-only, by their path on the host. */
  shared?: Readonly<Record<string, string>>;
}

export interface HostProbe {
  capabilities: ReadonlySet<HostCapability>;
  missing: readonly MissingCapability[];
}

/** Creates clean machines of one kind. */
export interface HostDriver {
  readonly name: 'overlay' | 'chroot' | 'ssh' | 'static';
  /** Reports what its hosts can do here, and what they cannot and why. Changes nothing and takes milliseconds. */
  probe(): Promise<HostProbe>;
  /** @throws UatError (infrastructure) when no host can be created here, with the reason. */
  create(options?: HostOptions): Promise<Host>;
}
