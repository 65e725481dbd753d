import { configurationError } from '@uat/core';
import { hostCapabilities } from './capability.ts';
import type { HostDriver } from './host-driver.ts';

/** No machine at all: what can be read from an artifact is judged, and everything else says why it is not. */
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
