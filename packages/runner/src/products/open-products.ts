import path from 'node:path';
import {
  type Artifact,
  artifactKind,
  BrokenArtifact,
  fixturePackages,
  readArtifact,
  type ReleaseFolder,
} from '@uat/artifacts';
import { type HostDriverName, type Product, productProfileSchema } from '@uat/config';
import { loadFaults } from '@uat/faults';
import { baseRoot, sweepHosts } from '@uat/hosts';
import type { AskedProducts } from './asked-products.ts';
import { dependenciesOf } from './dependencies-of.ts';
import { derivedProfile } from './derived-profile.ts';
import { lyingBeside } from './lying-beside.ts';
import { makesMachines } from './makes-machines.ts';
import type { NamedProfile } from './profiles.ts';

export interface OpenProductsOptions {
  /** Where packages are made that are not kept. */
  folder: string;
  /** Id of the seeded fault that the fixture package has. */
  fault: string | undefined;
  /** How machines are made for them. */
  hostDriver: HostDriverName | undefined;
  /** Whether the programs of a release are judged in each of its packages, and not in the first only. */
  eachWhole: boolean;
  say: (line: string) => void;
  /** Aborted when the run has to end: what is being made or fetched is given up. */
  signal: AbortSignal;
}

/**
 * Makes or reads the packages that a run installs, and fetches what they depend on.
 * @throws UatError (configuration) for a file that is no package, (infrastructure) when something cannot be made or fetched;
 * what the signal was aborted with, when it was.
 */
export async function openProducts(asked: AskedProducts, options: OpenProductsOptions): Promise<Product[]> {
  const { folder, fault, hostDriver, say, signal } = options;
  if (asked.kind !== 'none' && (await makesMachines(hostDriver))) {
    await sweepHosts();
    await baseRoot({ log: say, signal });
  }
  switch (asked.kind) {
    case 'none':
      return [];
    case 'fixture': {
      const change = fault === undefined ? undefined : await changeOf(fault);
      return released(await fixturePackages({ folder, change }), ['deb'], asked.profile, options);
    }
    case 'platform': {
      const { packedPlatform } = await import('@uat/platform/release');
      return released(
        await packedPlatform({ say, signal }),
        ['deb', 'rpm', 'tarball'],
        asked.profile,
        options,
      );
    }
    case 'file':
      return [await productOf({ ...asked, name: 'package', beside: lyingBeside(asked.artifact) }, options)];
  }
}

/** What a fault changes in the fixture package. */
async function changeOf(id: string) {
  const [fault] = await loadFaults([id]);
  return fault?.layer === 'package' ? fault.install : undefined;
}

/** The packages of a release, each a product of its own. */
async function released(
  { previous, current, next, sums, signature, publicKey: key }: ReleaseFolder,
  kinds: readonly ('deb' | 'rpm' | 'tarball')[],
  profile: NamedProfile,
  options: OpenProductsOptions,
): Promise<Product[]> {
  const [first] = kinds;
  const found = kinds.flatMap((kind) => {
    const artifact = current[kind];
    if (artifact === undefined) return [];
    const beside = { sums, signature, key, sbom: current.sboms[kind] };
    const programsOf = options.eachWhole || kind === first ? undefined : first;
    return [
      { name: kind, artifact, programsOf, previous: previous[kind], next: next[kind], beside, profile },
    ];
  });
  return Promise.all(found.map((one) => productOf(one, options)));
}

interface Given {
  name: string;
  artifact: string;
  programsOf?: string | undefined;
  previous: string | undefined;
  next?: string | undefined;
  beside: Product['beside'];
  profile: NamedProfile | undefined;
}

/**
 * A package as the tests know it. One that cannot be read to its end is one all the same: a test says so.
 * @throws UatError (configuration) when the file, or the one of the version before, is no package.
 */
async function productOf(given: Given, { hostDriver, say, signal }: OpenProductsOptions): Promise<Product> {
  const { name, artifact, programsOf, previous, next, beside, profile } = given;
  if (profile?.profile.neverRun !== undefined) say(`profile  ${profile.name}: ${profile.profile.neverRun}`);
  if (previous !== undefined) await contentOf(previous);
  const content = await contentOf(artifact);
  const files = { name, artifact, programsOf, previous, next, beside };
  if (content instanceof BrokenArtifact) {
    return {
      ...files,
      kind: await artifactKind(artifact),
      package: path.basename(artifact),
      version: '',
      depends: [],
      problem: content.message,
      profileName: profile?.name ?? 'derived',
      profile:
        profile?.profile ?? productProfileSchema.parse({ title: path.basename(artifact), artifacts: [/./] }),
    };
  }
  return {
    ...files,
    kind: content.kind,
    package: content.name,
    version: content.version,
    depends: content.depends,
    dependencies: (await makesMachines(hostDriver))
      ? await dependenciesOf(content, { say, signal })
      : undefined,
    profileName: profile?.name ?? 'derived',
    profile: profile?.profile ?? derivedProfile(content),
  };
}

/** What is in a package, or what keeps it from being read to its end. */
async function contentOf(file: string): Promise<Artifact | BrokenArtifact> {
  try {
    return await readArtifact(file);
  } catch (error) {
    if (error instanceof BrokenArtifact) return error;
    throw error;
  }
}
