import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackagePlan } from '../plan/package-plan.ts';
import { fileSum } from '../read/file-sum.ts';
import { buildDeb } from '../write/build-deb.ts';
import { buildRpm } from '../write/build-rpm.ts';
import { buildTarball } from '../write/build-tarball.ts';
import type { PackageFormat } from './package-format.ts';
import { releaseKey, type ReleaseKeyOptions } from './release-key.ts';
import { type Part, sbomOf } from './sbom-of.ts';
import { signatureOf } from './signature-of.ts';

/** `next` can only upgrade `current`, and `current` only `previous`. */
export const releaseNames = ['previous', 'current', 'next'] as const;
export type ReleaseName = (typeof releaseNames)[number];

/** The packages of one release, and the CycloneDX bill of materials of each. */
export interface ReleaseFiles extends Partial<Record<PackageFormat, string | undefined>> {
  version: string;
  sboms: Partial<Record<PackageFormat, string | undefined>>;
}

/** A folder of artifacts as a vendor publishes them. */
export interface ReleaseFolder extends Record<ReleaseName, ReleaseFiles> {
  folder: string;
  /** `SHA256SUMS` over all of them. */
  sums: string;
  /** Detached OpenPGP signature of the checksums, armored. */
  signature: string;
  /** The public key for the signature, armored. */
  publicKey: string;
}

export interface ReleaseOptions {
  folder: string;
  formats: readonly PackageFormat[];
  key?: ReleaseKeyOptions | undefined;
  /** Third-party components in the packages. */
  parts?: readonly Part[];
  /** Called with each package before it is written. */
  say?: (line: string) => void;
  /** Aborts the writing before the next package. */
  signal?: AbortSignal;
}

const builders: Record<PackageFormat, (plan: PackagePlan, folder: string) => Promise<string>> = {
  deb: buildDeb,
  rpm: buildRpm,
  tarball: buildTarball,
};

/**
 * Writes the packages of all releases, their bills of materials and checksums, signed with a new key.
 * @throws UatError (infrastructure) when a program needed to write a package is not installed.
 */
export async function writeReleaseFolder(
  plans: Record<ReleaseName, PackagePlan>,
  { folder, formats, key, parts = [], say = () => undefined, signal }: ReleaseOptions,
): Promise<ReleaseFolder> {
  await mkdir(folder, { recursive: true });
  const releases = {
    previous: empty(plans.previous),
    current: empty(plans.current),
    next: empty(plans.next),
  };
  for (const name of releaseNames) {
    for (const format of formats) {
      const plan = plans[name];
      signal?.throwIfAborted();
      say(`packing ${plan.name} ${plan.version} as ${format} …`);
      const file = await builders[format](plan, folder);
      releases[name][format] = file;
      releases[name].sboms[format] = `${file}.cdx.json`;
      await writeFile(
        `${file}.cdx.json`,
        `${JSON.stringify(await sbomOf(plan, format, parts), undefined, 1)}\n`,
      );
    }
  }
  const files = releaseNames.flatMap((name) =>
    formats.flatMap((format) => [releases[name][format] ?? [], releases[name].sboms[format] ?? []].flat()),
  );
  return { folder, ...releases, ...(await signedSums(folder, files, plans.current.maintainer, key)) };
}

function empty({ version }: PackagePlan): ReleaseFiles {
  return { version, sboms: {} };
}

async function signedSums(
  folder: string,
  files: readonly string[],
  owner: string,
  options: ReleaseKeyOptions | undefined,
): Promise<Pick<ReleaseFolder, 'sums' | 'signature' | 'publicKey'>> {
  const lines = await Promise.all(
    files.map(async (file) => `${await fileSum(file)}  ${path.basename(file)}\n`),
  );
  const sums = Buffer.from(lines.toSorted().join(''));
  const key = await releaseKey(owner, options);
  const written = {
    sums: path.join(folder, 'SHA256SUMS'),
    signature: path.join(folder, 'SHA256SUMS.asc'),
    publicKey: path.join(folder, 'release-key.asc'),
  };
  await writeFile(written.sums, sums);
  await writeFile(written.signature, await signatureOf(sums, key));
  await writeFile(written.publicKey, key.publicKey);
  return written;
}
