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
