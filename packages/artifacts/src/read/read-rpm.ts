import { createReadStream } from 'node:fs';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import type { Artifact, ArtifactFile, ScriptName } from './artifact.ts';
import { architectureNamed } from './architecture-named.ts';
import { readingFailure } from './reading-failure.ts';
import { tarEntries } from './tar-entries.ts';

const head = ['NAME', 'VERSION', 'ARCH', 'SUMMARY', 'PACKAGER', 'URL', 'EPOCHNUM', 'RELEASE'];
const perFile = [
  'FILENAMES',
  'FILEMODES:octal',
  'FILEUSERNAME',
  'FILEGROUPNAME',
  'LONGFILESIZES',
  'FILEDIGESTS',
  'FILEFLAGS:fflags',
  'FILELINKTOS',
  'FILEINODES',
];
const scriptlets: [ScriptName, string][] = [
  ['preinst', 'PREIN'],
  ['postinst', 'POSTIN'],
  ['prerm', 'PREUN'],
  ['postrm', 'POSTUN'],
  ['pretrans', 'PRETRANS'],
  ['posttrans', 'POSTTRANS'],
];

/** Number of SHA-256 in OpenPGP (RFC 9580, 9.5), used by the header to name its digest algorithm. */
const sha256 = '8';

/**
 * Reads an RPM with the `rpm` program.
 * @throws BrokenArtifactError when it is truncated or its digests do not match.
 * @throws UatError (infrastructure) when `rpm` is not installed, or lacks a feature that the package requires.
 */
export async function readRpm(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const digests = await execa('rpmkeys', ['-K', '--nosignature', file], {
    reject: false,
    env: { LC_ALL: 'C' },
  });
  if (digests.code === 'ENOENT') throw infrastructureError(`Reading ${file} needs rpm: apt-get install rpm`);
  if (digests.failed) throw readingFailure('rpm', file, digests);

  const said = (await query(file, head.map((tag) => `%{${tag}}`).join(String.raw`\n`))).split('\n');
  const [name = '', version = '', architecture = '', summary = '', maintainer = '', homepage = ''] = said;
  const [epoch = '0', release = ''] = said.slice(6);
  const algorithm = await query(file, '%{FILEDIGESTALGO}');
  const rows = (await query(file, `[${perFile.map((tag) => `%{${tag}}`).join(String.raw`\t`)}\\n]`))
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('\t'))
    // Files that are only claimed (%ghost) are not installed.
    .filter(([, , , , , , flags = '']) => !flags.includes('g'));
  const depends = (
    await query(file, String.raw`[%{REQUIRENAME} %{REQUIREFLAGS:depflags} %{REQUIREVERSION}\n]`)
  ).split('\n');
  const missing = missingFeatures(depends, (await execa('rpm', ['--showrc'])).stdout);
  if (missing.length > 0)
    throw infrastructureError(
      `${file} requires ${missing.join(', ')}, which rpm on this machine does not support: install a newer rpm.`,
    );
  const scripts = await Promise.all(
    scriptlets.map(async ([script, tag]) => [script, await query(file, `%|${tag}?{%{${tag}}}|`)] as const),
  );
  return {
    kind: 'rpm',
    name,
    version,
    order: `${epoch}:${version}-${release}`,
    architecture: architectureNamed(architecture),
    summary,
    maintainer: known(maintainer),
    homepage: known(homepage),
    depends: [
      ...new Set(
        depends.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('rpmlib(')),
      ),
    ],
    files: algorithm === sha256 || rows.length === 0 ? filesOf(rows) : await withSums(file, filesOf(rows)),
    scripts: Object.fromEntries(scripts.filter(([, text]) => text !== '')),
    conffiles: rows.filter((row) => row[6]?.includes('c')).flatMap((row) => row.slice(0, 1)),
  };
}

async function query(file: string, format: string): Promise<string> {
  try {
    const args = ['-qp', '--nosignature', '--qf', format, file];
    return (await execa('rpm', args, { env: { LC_ALL: 'C' } })).stdout;
  } catch (cause) {
    // Its digests are valid, so this rpm lacks a feature that the query needs.
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw infrastructureError(`${file} could not be read by rpm on this machine: ${reason}`, { cause });
  }
}

/**
 * Features of rpm that a package requires and this rpm lacks. A package lists them among its requirements, including
 * its
 * compression (`rpmlib(PayloadIsZstd)`); an rpm lists its own among its settings (`rpm --showrc`).
 */
export function missingFeatures(depends: readonly string[], settings: string): string[] {
  return depends
    .flatMap((line) => /^rpmlib\([^)]*\)/.exec(line)?.[0] ?? [])
    .filter((feature) => !settings.includes(feature));
}

/** Hashes the files in the payload, for packages whose header does not use SHA-256. */
async function withSums(file: string, files: ArtifactFile[]): Promise<ArtifactFile[]> {
  const archive = async () =>
    execa('rpm2archive', ['--nocompression', '-'], {
      input: createReadStream(file),
      buffer: false,
    }).readable();
  try {
    const content = await tarEntries(archive);
    const sums = new Map(content.files.map((one) => [one.path, one.sha256]));
    return files.map((one) => {
      const sum = sums.get(one.path);
      return sum === undefined ? one : { ...one, sha256: sum };
    });
  } catch (cause) {
    throw readingFailure('rpm', `The payload of ${file}`, cause);
  }
}

function filesOf(rows: readonly string[][]): ArtifactFile[] {
  const firstWith = new Map<string, string>();
  return rows.map((row) => {
    const [path = '', mode = '', owner = '', group = '', size = '', digest = '', , target = '', inode = ''] =
      row;
    const bits = Number.parseInt(mode, 8);
    const types: Partial<Record<number, ArtifactFile['type']>> = {
      0o100: 'file',
      0o040: 'directory',
      0o120: 'link',
    };
    const type = types[bits >> 9] ?? 'other';
    const content = `${inode} ${digest}`;
    const first = type === 'file' ? firstWith.get(content) : undefined;
    if (type === 'file' && first === undefined) firstWith.set(content, path);
    return {
      path,
      type,
      mode: bits & 0o7777,
      owner,
      group,
      size: type === 'file' ? Number(size) : 0,
      ...(type === 'file' ? { sha256: digest } : {}),
      ...(type === 'link' ? { target } : {}),
      ...(first === undefined ? {} : { sameAs: first }),
    };
  });
}

function known(value: string): string {
  return value === '(none)' ? '' : value;
}
