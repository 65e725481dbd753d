import type { HostCapability } from '@uat/config';

export { type HostCapability, hostCapabilities } from '@uat/config';

/** A capability that is not to be had here, and why: what a report prints beside the checks that needed it. */
export interface MissingCapability {
  capability: HostCapability;
  reason: string;
}
