import { type Platform, type PlatformOptions, StartError, startPlatform } from '@uat/platform';
import { UatError } from '@uat/core';
import type { Fault, ServiceFault } from './define-fault.ts';
import { loadFaults } from './load-faults.ts';

/**
 * Starts a platform that has the faults of these ids.
 * @throws StartError for an unknown id and for a fault of packages.
 */
export async function startPlatformWithFaults(
  ids: readonly string[],
  options: PlatformOptions = {},
): Promise<Platform> {
  const faults = await platformFaults(ids);
  return startPlatform({
    ...options,
    extend: (internals) => faults.forEach(({ install }) => install(internals)),
  });
}

async function platformFaults(ids: readonly string[]): Promise<ServiceFault[]> {
  const faults = await loadFaults(ids).catch((error: unknown): Fault[] => {
    throw error instanceof UatError ? new StartError(error.message) : error;
  });
  const ofPackages = faults.find(({ layer }) => layer === 'package');
  if (ofPackages !== undefined)
    throw new StartError(`${ofPackages.id} is a fault of packages, and a platform cannot have it.`);
  return faults.filter((fault) => fault.layer === 'service');
}
