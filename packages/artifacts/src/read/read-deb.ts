import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Artifact, ScriptName } from './artifact.ts';
import { BrokenArtifact } from './broken-artifact.ts';
import { compressionOf } from './compression-of.ts';
import { controlFields } from './control-fields.ts';
import { decompressed } from './decompressed.ts';
import { tarEntries, type TarContent } from './tar-entries.ts';

interface Member {
  name: string;
  position: number;
  size: number;
}

const scriptNames: readonly ScriptName[] = ['preinst', 'postinst', 'prerm', 'postrm', 'config', 'triggers'];

/**
 * What a Debian package says of itself (deb(5)), read without dpkg.
 * @throws BrokenArtifact when a part of it is missing or cut off.
 */
export async function readDeb(file: string): Promise<Omit<Artifact, 'file' | 'sha256'>> {
  const members = await membersOf(file);
  const control = await tarMember(file, members, 'control.tar', () => true);
  const data = await tarMember(file, members, 'data.tar');
  const fields = controlFields(control.texts.get('/control') ?? '');
  const name = fields['Package'];
  const version = fields['Version'];
  if (!name || !version)
    throw new BrokenArtifact('deb', `${file} has no control file that names its package and version.`);
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
    // A line may begin with a flag such as `remove-on-upgrade`, and end in blanks.
    conffiles: (control.texts.get('/conffiles') ?? '')
      .split('\n')
      .flatMap((line) => line.match(/\/.*\S/) ?? []),
  };
}

async function tarMember(
  file: string,
  members: readonly Member[],
  name: string,
  wanted?: (path: string) => boolean,
): Promise<TarContent> {
  const member = members.find((one) => one.name.startsWith(name));
  if (!member)
    throw new BrokenArtifact(
      'deb',
      `${file} has no part ${name}: it is cut off, or was put together wrongly.`,
    );
  const { position, size } = member;
  const source = createReadStream(file, { start: position, end: position + size - 1 });
  const tar = await decompressed(source, await compressionOf(file, position));
  try {
    return await tarEntries(tar, wanted);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokenArtifact('deb', `The part ${member.name} of ${file} cannot be read (${reason}).`, {
      cause,
    });
  }
}

/** The members of an ar archive; their headers are 60 bytes, at even places. */
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
      throw new BrokenArtifact(
        'deb',
        `${file} is cut off: it ends after ${end} bytes, in the middle of a part.`,
      );
    }
    members.push({ name: header.slice(0, 16).replace(/\/? *$/, ''), position: position + 60, size });
    position += 60 + size + (size % 2);
  }
  return members;
}
