export { type HostCapability, hostCapabilities, type MissingCapability } from './capability.ts';
export type { CommandOptions, CommandResult } from './command.ts';
export type { FileChange } from './file-change.ts';
export type { FileEntry } from './file-entry.ts';
export type {
  HostFacts,
  HostGroup,
  HostMount,
  HostPackage,
  HostProcess,
  HostService,
  HostSocket,
  HostUser,
} from './host-facts.ts';
export type { HostDriver, HostOptions, HostProbe } from './host-driver.ts';
export type { Checkpoint, Forward, Host, Snapshot } from './host.ts';
export type { Allowance, Residue, ResidueKind } from './residue.ts';
