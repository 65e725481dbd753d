import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import { type UatConfig } from '@uat/config';
import type { RunRequest } from '@uat/record';
import { knownProfiles, type NamedProfile, profileNamed, profileOf } from './profiles.ts';

/** Which packages a run is to install, before any of them has been read or made. */
export type AskedProducts =
  /** No area of the run is about packages. */
  | { kind: 'none' }
  /** The embedded platform, packed in every way that there is. */
  | { kind: 'platform'; profile: NamedProfile }
  /** The fixture package, which carries seeded faults. */
  | { kind: 'fixture'; profile: NamedProfile }
  | { kind: 'file'; artifact: string; previous: string | undefined; profile: NamedProfile | undefined };

/** The profiles of packages that this repository makes itself: the platform's, and that of the package with seeded faults. */
const platformProfile = 'embedded-platform';
export const fixtureProfile = 'fixture';

/**
 * Reads what of a request chooses a package.
 * @throws UatError (configuration) for a file that does not exist, a profile that there is not, and options that no area
 * of the run has a use for.
 */
export async function askedProducts(
  { artifact, previous, profile, driver }: Pick<RunRequest, 'artifact' | 'previous' | 'profile' | 'driver'>,
  areas: readonly string[],
  config: UatConfig,
): Promise<AskedProducts> {
  const given = Object.entries({ artifact, previous, profile, driver }).find(
    ([, value]) => value !== undefined,
  );
  if (!areas.some((area) => config.areas[area]?.target === false)) {
    if (given === undefined) return { kind: 'none' };
    const about = Object.keys(config.areas).filter((area) => config.areas[area]?.target === false);
    throw configurationError(
      `--${given[0]} is for areas about packages, and none of them was asked for: ${about.join(', ')}.`,
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
    throw configurationError('--previous says what --artifact upgrades: name both.');
  if (named?.name === fixtureProfile) return { kind: 'fixture', profile: named };
  if (named !== undefined && named.name !== platformProfile)
    throw configurationError(
      `The packages of the profile '${named.name}' are not made here: name one with --artifact.`,
    );
  const [platform, fixture] = [platformProfile, fixtureProfile].map((own) =>
    profiles.find(({ name }) => name === own),
  );
  if (platform !== undefined) return { kind: 'platform', profile: platform };
  // A config of its own may have areas about packages and none that installs one.
  return fixture === undefined ? { kind: 'none' } : { kind: 'fixture', profile: fixture };
}

function existing(option: string, file: string): string {
  const found = path.resolve(file);
  if (!existsSync(found)) throw configurationError(`${option}: there is no file ${found}.`);
  if (!statSync(found).isFile()) throw configurationError(`${option}: ${found} is no file.`);
  return found;
}
