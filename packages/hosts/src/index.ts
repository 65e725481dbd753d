export { type HostCapability, hostCapabilities, type MissingCapability } from './capability.ts';
export type { CommandOptions, CommandResult } from './command/command.ts';
export type { FileChange } from './files/file-change.ts';
export type { FileEntry } from './files/file-entry.ts';
export type {
  HostFacts,
  HostGroup,
  HostMount,
  HostPackage,
  HostProcess,
  PasswordState,
  HostService,
  HostSocket,
  HostUser,
  Registry,
  RegistryEntry,
} from './facts/host-facts.ts';
export type { HostDriver, HostOptions, HostProbe } from './host-driver.ts';
export type { Checkpoint, Forward, Host, Snapshot } from './host.ts';
export type { Allowance, Residue, ResidueKind, ResidueReport } from './residue/residue.ts';
export { registries } from './facts/host-facts.ts';
export { unqualified } from './facts/unqualified.ts';
export { defaultDriver } from './default-driver.ts';
export { machineDifferences, type MachineState, machineState } from './machine-state.ts';
export { chrootDriver, overlayDriver } from './overlay/overlay-driver.ts';
export { benign } from './residue/benign.ts';
export { matchesPattern } from './residue/matches-pattern.ts';
export { type Moments, residueBetween } from './residue/residue-between.ts';
export { sshDriver, type SshDriverOptions } from './ssh/ssh-driver.ts';
export { staticDriver } from './static-driver.ts';
export { sweepHosts } from './sweep-hosts.ts';
export { baseRoot, type BaseRootOptions } from './base/base-root.ts';
export type { BaseRoot } from './base/verified-base.ts';
export { cacheFolder } from './cache-folder.ts';
export { changesBetween } from './files/changes-between.ts';
export { deadLinks } from './files/dead-links.ts';
