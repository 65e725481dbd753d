import { configurationError } from '@uat/core';
import { hostCapabilities } from './capability.ts';
import type { HostDriver } from './host-driver.ts';

/** No machine at all: only checks that read the artifact are judged, and all others report why they are not. */
export function staticDriver(
  reason = 'this run judges artifacts without a machine to install them on',
): HostDriver {
  return {
    name: 'static',
    probe: async () => ({
      capabilities: new Set(),
      missing: hostCapabilities.map((capability) => ({ capability, reason })),
    }),
    create: async () => {
      throw configurationError(`There is no host: ${reason}.`);
    },
  };
}
