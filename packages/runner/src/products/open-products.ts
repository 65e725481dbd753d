import path from 'node:path';
import {
  type Artifact,
  artifactKind,
  BrokenArtifactError,
  fixturePackages,
  readArtifact,
  type ReleaseFolder,
} from '@uat/artifacts';
import { type HostDriverName, type Product, productProfileSchema } from '@uat/config';
import { loadFaults } from '@uat/faults';
import { baseRoot, defaultDriver, sweepHosts } from '@uat/hosts';
import type { ResolvedProducts } from './resolve-products.ts';
import { dependenciesOf } from './dependencies-of.ts';
import { platformFormats } from './product-names.ts';
import { derivedProfile } from './derived-profile.ts';
import { sidecarsOf } from './sidecars.ts';
import type { NamedProfile } from './profiles.ts';

export interface OpenProductsOptions {
  /** Folder for packages made for this run only. */
  folder: string;
  /** Id of the fault to seed in the fixture package. */
  fault: string | undefined;
  /** Driver for the machines. */
  hostDriver: HostDriverName | undefined;
  /** Whether the programs of a release are judged in each of its packages, instead of only in the first. */
  eachWhole: boolean;
  say: (line: string) => void;
  /** Aborted when the run has to end: making and downloading stops. */
  signal: AbortSignal;
}

/**
 * Makes or reads the packages that a run installs, and downloads their dependencies.
 * @throws UatError (configuration) for a file that is not a package, (infrastructure) when something cannot be made or
 * downloaded; the abort reason when the signal is aborted.
 */
export async function openProducts(
  resolved: ResolvedProducts,
  options: OpenProductsOptions,
): Promise<Product[]> {
  const { folder, fault, hostDriver, say, signal } = options;
  if (resolved.kind !== 'none' && (await createsMachines(hostDriver))) {
    await sweepHosts();
    await baseRoot({ log: say, signal });
  }
  switch (resolved.kind) {
    case 'none':
      return [];
    case 'fixture': {
      const change = fault === undefined ? undefined : await changeOf(fault);
      return released(await fixturePackages({ folder, change }), ['deb'], resolved.profile, options);
    }
    case 'platform': {
      const { packedPlatform } = await import('@uat/platform/release');
      return released(await packedPlatform({ say, signal }), platformFormats, resolved.profile, options);
    }
    case 'file':
      return [
        await productOf({ ...resolved, name: 'package', beside: sidecarsOf(resolved.artifact) }, options),
      ];
  }
}

/** The change that a fault makes to the fixture package. */
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
 * The product for a package. A package that cannot be read completely is also a product, and a test reports the
 * problem.
 * @throws UatError (configuration) when the file, or that of the previous version, is not a package.
 */
async function productOf(given: Given, { hostDriver, say, signal }: OpenProductsOptions): Promise<Product> {
  const { name, artifact, programsOf, previous, next, beside, profile } = given;
  if (profile?.profile.neverRun !== undefined) say(`profile  ${profile.name}: ${profile.profile.neverRun}`);
  if (previous !== undefined) await contentOf(previous);
  const content = await contentOf(artifact);
  const files = { name, artifact, programsOf, previous, next, beside };
  if (content instanceof BrokenArtifactError) {
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
    dependencies: (await createsMachines(hostDriver))
      ? await dependenciesOf(content, { say, signal })
      : undefined,
    profileName: profile?.name ?? 'derived',
    profile: profile?.profile ?? derivedProfile(content),
  };
}

/** The content of a package, or the error that prevents reading it completely. */
async function contentOf(file: string): Promise<Artifact | BrokenArtifactError> {
  try {
    return await readArtifact(file);
  } catch (error) {
    if (error instanceof BrokenArtifactError) return error;
    throw error;
  }
}

/**
 * Whether machines are created here: not with a driver that uses an existing one, and not where none can be created.
 */
async function createsMachines(requested: HostDriverName | undefined): Promise<boolean> {
  const name = requested ?? (await defaultDriver()).name;
  return name === 'overlay' || name === 'chroot';
}
