import type { HostCapability } from '@uat/config';

export { type HostCapability, hostCapabilities } from '@uat/config';

/** A capability that is not available here, and why: a report prints it beside the checks that require it. */
export interface MissingCapability {
  capability: HostCapability;
  reason: string;
}
