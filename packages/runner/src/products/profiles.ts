import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationError, didYouMean } from '@uat/core';
import { type ProductProfile, productProfileSchema, type UatConfig } from '@uat/config';
import { z } from 'zod';

/** A profile with its name for `--profile`, the name of its file. */
export interface NamedProfile {
  name: string;
  profile: ProductProfile;
}

/**
 * Loads the product profiles of `suites/installers/products/`.
 * @throws UatError (configuration) for an invalid profile, with the place of each mistake.
 */
export async function knownProfiles({ root, suites }: UatConfig): Promise<NamedProfile[]> {
  const folder = path.resolve(root, suites, 'installers', 'products');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .toSorted();
  return Promise.all(files.map((file) => profileIn(path.join(folder, file))));
}

async function profileIn(file: string): Promise<NamedProfile> {
  const name = path.basename(file, '.ts');
  let written: unknown;
  try {
    written = ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    throw configurationError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const parsed = productProfileSchema.safeParse(written);
  if (!parsed.success)
    throw configurationError(
      `${file} is not a valid product profile (export default defineProduct({ … })):\n${z.prettifyError(parsed.error)}`,
    );
  return { name, profile: parsed.data };
}

/**
 * The profile with a name.
 * @throws UatError (configuration) when there is none.
 */
export function profileNamed(name: string, profiles: readonly NamedProfile[]): NamedProfile {
  const found = profiles.find((one) => one.name === name);
  if (found !== undefined) return found;
  const known = profiles.map((one) => one.name);
  throw configurationError(
    `There is no product profile '${name}'. Profiles: ${known.join(', ')}.${didYouMean(name, known)}`,
  );
}

/** The profile whose patterns match the name of a file; `undefined` when none does. */
export function profileOf(file: string, profiles: readonly NamedProfile[]): NamedProfile | undefined {
  return profiles.find(({ profile }) => profile.artifacts.some((name) => name.test(path.basename(file))));
}
