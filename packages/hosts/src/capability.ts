/** What a clean machine may be able to do. A check names those that it needs. */
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

/** A capability that is not to be had here, and why: what a report prints beside the checks that needed it. */
export interface MissingCapability {
  capability: HostCapability;
  reason: string;
}
