import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { cataloguedFaults } from './catalog.ts';
import type { Fault } from './define-fault.ts';

/**
 * The faults of these ids, ready to be installed.
 * @throws UatError (configuration) for an unknown id.
 */
export async function loadFaults(ids: readonly string[]): Promise<Fault[]> {
  const found = cataloguedFaults(ids);
  const loaded = await Promise.all(found.map(({ file }) => faultsIn(path.join(projectRoot, file))));
  return found.flatMap(({ id }, index) => loaded[index]?.filter((one) => one.id === id) ?? []);
}

/** The faults that a file of the catalogue exports. */
export async function faultsIn(file: string): Promise<Fault[]> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, Fault>;
  return Object.values(module);
}
