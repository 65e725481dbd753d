import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationError, didYouMean } from '@uat/core';
import type { Fault } from './fault.ts';

// f05-group-outlives-purge.ts: the number in two digits, and what it is.
const faultFile = /^f\d{2}-[a-z0-9-]+\.ts$/;

/** Every fault that can be planted, in the order of their files. */
export async function allFaults(): Promise<Fault[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => faultFile.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const file = pathToFileURL(path.join(import.meta.dirname, name)).href;
      return ((await import(file)) as { fault: Fault }).fault;
    }),
  );
}

/**
 * The fault of this id.
 * @throws UatError (configuration) when none has it.
 */
export async function faultNamed(id: string): Promise<Fault> {
  const known = await allFaults();
  const fault = known.find((one) => one.id === id);
  if (fault) return fault;
  const ids = known.map((one) => one.id);
  throw configurationError(`There is no fault '${id}'. Faults: ${ids.join(', ')}.${didYouMean(id, ids)}`);
}
