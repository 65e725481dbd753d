import { z } from 'zod';

/** Capabilities of a clean machine; a check names those that it requires. */
export const hostCapabilities = [
  'root-user',
  'init',
  'no-network',
  'disk-full',
  'read-only',
  'power-cut',
  'checkpoint',
  'fast-diff',
  'forward',
  'deb',
  'rpm',
] as const;

export type HostCapability = (typeof hostCapabilities)[number];

/** The ways in which clean machines are made. */
export const hostDrivers = ['overlay', 'chroot', 'ssh', 'static'] as const;
export const hostDriverSchema = z.enum(hostDrivers);
export type HostDriverName = z.infer<typeof hostDriverSchema>;
