import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { infrastructureError } from '@uat/core';
import type { Artifact, ScriptName } from './artifact.ts';
import { BrokenArtifactError } from './broken-artifact-error.ts';
import type { Compression } from './decompressed.ts';
import { controlFields } from './control-fields.ts';
import { decompressed } from './decompressed.ts';
import { readingFailure } from './reading-failure.ts';
import { tarEntries, type TarContent } from './tar-entries.ts';

interface Member {
  name: string;
  position: number;
  size: number;
}

const scriptNames: readonly ScriptName[] = ['preinst', 'postinst', 'prerm', 'postrm', 'config', 'triggers'];

/**
 * Reads a Debian package (deb(5)) without dpkg.
 * @throws BrokenArtifactError when a part of it is missing or truncated.
 * @throws UatError (infrastructure) when its format or compression is not supported.
 */
export async function readDeb(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const members = await membersOf(file);
  await refuseOtherFormat(file, members);
  const control = await tarMember(file, members, 'control.tar', () => true);
  const data = await tarMember(file, members, 'data.tar');
  const fields = controlFields(control.texts.get('/control') ?? '');
  const name = fields['Package'];
  const version = fields['Version'];
  if (!name || !version)
    throw new BrokenArtifactError('deb', `${file} has no control file that names its package and version.`);
  return {
    kind: 'deb',
    name,
    version,
    architecture: fields['Architecture'] ?? '',
    summary: fields['Description']?.split('\n')[0] ?? '',
    maintainer: fields['Maintainer'] ?? '',
    homepage: fields['Homepage'] ?? '',
    depends: [fields['Pre-Depends'], fields['Depends']].flatMap(
      (list) => list?.split(/\s*,\s*/).filter(Boolean) ?? [],
    ),
    files: data.files.filter(({ path }) => path !== '/'),
    scripts: Object.fromEntries(
      scriptNames.flatMap((script) => {
        const text = control.texts.get(`/${script}`);
        return text === undefined ? [] : [[script, text]];
      }),
    ),
    conffiles: conffilesIn(control.texts.get('/conffiles') ?? ''),
  };
}

/**
 * Paths of the conffiles, one per line (deb-conffiles(5)). Those flagged `remove-on-upgrade` are removed, not
 * installed.
 */
function conffilesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('/'));
}

/**
 * Checks the first part, `debian-binary`: its major number changes when older programs can no longer read the format.
 */
async function refuseOtherFormat(file: string, [first]: readonly Member[]): Promise<void> {
  await using archive = await open(file);
  const { buffer } = await archive.read(Buffer.alloc(16), 0, 16, first?.position);
  const [version, major = '2'] = /^(\d+)\.\d+(?=\n)/.exec(buffer.toString('latin1')) ?? [];
  if (major === '2') return;
  throw infrastructureError(
    `${file} is a Debian package of format ${version}; only format 2.0 is supported (deb(5)).`,
  );
}

/** Compression by the suffix of a part's name, as in dpkg (deb(5)). */
const endings: Partial<Record<string, Compression>> = {
  '': 'none',
  '.gz': 'gzip',
  '.xz': 'xz',
  '.zst': 'zstd',
  '.bz2': 'bzip2',
  '.lzma': 'lzma',
};

async function tarMember(
  file: string,
  members: readonly Member[],
  name: string,
  wanted?: (path: string) => boolean,
): Promise<TarContent> {
  const member = members.find((one) => one.name.startsWith(name));
  if (!member)
    throw new BrokenArtifactError('deb', `${file} has no part ${name}: it is truncated or malformed.`);
  const compression = endings[member.name.slice(name.length)];
  if (compression === undefined) {
    const known = Object.keys(endings).filter(Boolean).join(', ');
    throw infrastructureError(
      `${file}: its part ${member.name} uses an unsupported compression. Supported are those of dpkg: ${known}.`,
    );
  }
  const { position, size } = member;
  const content = () =>
    decompressed(
      size === 0 ? Readable.from([]) : createReadStream(file, { start: position, end: position + size - 1 }),
      compression,
    );
  try {
    return await tarEntries(content, wanted);
  } catch (cause) {
    throw readingFailure('deb', `The part ${member.name} of ${file}`, cause);
  }
}

/** Lists the members of an ar archive; their headers are 60 bytes, at even offsets. */
async function membersOf(file: string): Promise<Member[]> {
  const end = (await stat(file)).size;
  const members: Member[] = [];
  await using archive = await open(file);
  for (let position = 8; position < end;) {
    const { buffer, bytesRead } = await archive.read(Buffer.alloc(60), 0, 60, position);
    const header = buffer.subarray(0, bytesRead).toString('latin1');
    const size = Number(header.slice(48, 58));
    if (
      bytesRead < 60 ||
      !header.endsWith('`\n') ||
      !Number.isSafeInteger(size) ||
      position + 60 + size > end
    ) {
      throw new BrokenArtifactError(
        'deb',
        `${file} is truncated: it ends after ${end} bytes, in the middle of a part.`,
      );
    }
    members.push({ name: header.slice(0, 16).replace(/\/? *$/, ''), position: position + 60, size });
    position += 60 + size + (size % 2);
  }
  return members;
}
