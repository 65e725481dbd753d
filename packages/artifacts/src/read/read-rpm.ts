import { execa } from 'execa';
import { infrastructureError } from '@uat/config';
import type { Artifact, ArtifactFile, ScriptName } from './artifact.ts';
import { architectureNamed } from './architecture-named.ts';
import { BrokenArtifact } from './broken-artifact.ts';

const head = ['NAME', 'VERSION', 'ARCH', 'SUMMARY', 'PACKAGER', 'URL', 'EPOCHNUM', 'RELEASE'];
const perFile = [
  'FILENAMES',
  'FILEMODES:octal',
  'FILEUSERNAME',
  'FILEGROUPNAME',
  'FILESIZES',
  'FILEDIGESTS',
  'FILEFLAGS:fflags',
  'FILELINKTOS',
];
const scriptlets: [ScriptName, string][] = [
  ['preinst', 'PREIN'],
  ['postinst', 'POSTIN'],
  ['prerm', 'PREUN'],
  ['postrm', 'POSTUN'],
];

/**
 * What an RPM says of itself, asked through the `rpm` program.
 * @throws BrokenArtifact when it is cut off or its digests do not match.
 * @throws UatError (infrastructure) when `rpm` is not installed.
 */
export async function readRpm(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const digests = await execa('rpmkeys', ['-K', '--nosignature', file], {
    reject: false,
    env: { LC_ALL: 'C' },
  });
  if (digests.code === 'ENOENT')
    throw infrastructureError(`To read ${file}, rpm is needed: apt-get install rpm`);
  if (digests.failed)
    throw new BrokenArtifact('rpm', `${file} is damaged or cut off. ${digests.stderr || digests.stdout}`);

  const said = (await query(file, head.map((tag) => `%{${tag}}`).join(String.raw`\n`))).split('\n');
  const [name = '', version = '', architecture = '', summary = '', maintainer = '', homepage = ''] = said;
  const [epoch = '0', release = ''] = said.slice(6);
  const rows = (await query(file, `[${perFile.map((tag) => `%{${tag}}`).join(String.raw`\t`)}\\n]`))
    .split('\n')
    .filter(Boolean);
  const depends = (
    await query(file, String.raw`[%{REQUIRENAME} %{REQUIREFLAGS:depflags} %{REQUIREVERSION}\n]`)
  ).split('\n');
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
    files: rows.map(fileOf),
    scripts: Object.fromEntries(scripts.filter(([, text]) => text !== '')),
    conffiles: rows
      .filter((row) => row.split('\t')[6]?.includes('c'))
      .flatMap((row) => row.split('\t').slice(0, 1)),
  };
}

async function query(file: string, format: string): Promise<string> {
  const { stdout } = await execa('rpm', ['-qp', '--nosignature', '--qf', format, file], {
    env: { LC_ALL: 'C' },
  });
  return stdout;
}

function fileOf(row: string): ArtifactFile {
  const [path = '', mode = '', owner = '', group = '', size = '', sha256 = '', , target = ''] =
    row.split('\t');
  const bits = Number.parseInt(mode, 8);
  const types: Partial<Record<number, ArtifactFile['type']>> = {
    0o100: 'file',
    0o040: 'directory',
    0o120: 'link',
  };
  const type = types[bits >> 9] ?? 'other';
  return {
    path,
    type,
    mode: bits & 0o7777,
    owner,
    group,
    size: type === 'file' ? Number(size) : 0,
    ...(type === 'file' ? { sha256 } : {}),
    ...(type === 'link' ? { target } : {}),
  };
}

function known(value: string): string {
  return value === '(none)' ? '' : value;
}
