import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import { type UatConfig } from '@uat/config';
import type { RunRequest } from '@uat/record';
import { knownProfiles, type NamedProfile, profileNamed, profileOf } from './profiles.ts';

/** The packages that a run installs, before any of them is read or made. */
export type ResolvedProducts =
  /** No area of the run is about packages. */
  | { kind: 'none' }
  /** The embedded platform, in every package format. */
  | { kind: 'platform'; profile: NamedProfile }
  /** The fixture package, which can have faults. */
  | { kind: 'fixture'; profile: NamedProfile }
  | { kind: 'file'; artifact: string; previous: string | undefined; profile: NamedProfile | undefined };

/** Profiles of the packages that this repository makes itself: the platform, and the fixture package. */
const platformProfile = 'embedded-platform';
export const fixtureProfile = 'fixture';

/**
 * Resolves the package options of a request.
 * @throws UatError (configuration) for a missing file, an unknown profile, or options that no area of the run uses.
 */
export async function resolveProducts(
  { artifact, previous, profile, driver }: Pick<RunRequest, 'artifact' | 'previous' | 'profile' | 'driver'>,
  areas: readonly string[],
  config: UatConfig,
): Promise<ResolvedProducts> {
  const given = Object.entries({ artifact, previous, profile, driver }).find(
    ([, value]) => value !== undefined,
  );
  if (!areas.some((area) => config.areas[area]?.target === false)) {
    if (given === undefined) return { kind: 'none' };
    const about = Object.keys(config.areas).filter((area) => config.areas[area]?.target === false);
    throw configurationError(
      `--${given[0]} is for areas about packages, and none of them was requested: ${about.join(', ')}.`,
    );
  }
  const profiles = await knownProfiles(config);
  const named = profile === undefined ? undefined : profileNamed(profile, profiles);
  if (artifact !== undefined) {
    const file = existing('--artifact', artifact);
    return {
      kind: 'file',
      artifact: file,
      previous: previous === undefined ? undefined : existing('--previous', previous),
      profile: named ?? profileOf(file, profiles),
    };
  }
  if (previous !== undefined)
    throw configurationError('--previous is the version that --artifact upgrades: name both.');
  if (named?.name === fixtureProfile) return { kind: 'fixture', profile: named };
  if (named !== undefined && named.name !== platformProfile)
    throw configurationError(
      `This repository does not make packages for the profile '${named.name}': name one with --artifact.`,
    );
  const [platform, fixture] = [platformProfile, fixtureProfile].map((own) =>
    profiles.find(({ name }) => name === own),
  );
  if (platform !== undefined) return { kind: 'platform', profile: platform };
  // Another config may have areas about packages without a profile.
  return fixture === undefined ? { kind: 'none' } : { kind: 'fixture', profile: fixture };
}

function existing(option: string, file: string): string {
  const found = path.resolve(file);
  if (!existsSync(found)) throw configurationError(`${option}: there is no file ${found}.`);
  if (!statSync(found).isFile()) throw configurationError(`${option}: ${found} is not a file.`);
  return found;
}
