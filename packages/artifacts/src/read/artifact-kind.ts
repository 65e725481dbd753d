import { open } from 'node:fs/promises';
import { configurationError } from '@uat/config';
import type { ArtifactKind } from './artifact.ts';

const beginnings: [ArtifactKind, Buffer][] = [
  // An ar archive whose first member is `debian-binary`.
  ['deb', Buffer.from('!<arch>\ndebian-binary')],
  ['rpm', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
  ['tarball', Buffer.from([0x1f, 0x8b])],
  ['tarball', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['tarball', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['script', Buffer.from('#!')],
];

/**
 * What kind of artifact a file is, by how it begins; its name says nothing.
 * @throws UatError (configuration) when there is no such file, or it is no artifact at all.
 */
export async function artifactKind(file: string): Promise<ArtifactKind> {
  const beginning = await firstBytes(file);
  const kind = beginnings.find(([, bytes]) => beginning.subarray(0, bytes.length).equals(bytes))?.[0];
  if (kind !== undefined) return kind;
  throw configurationError(
    `${file} is no package: a .deb, an .rpm, a compressed tar archive or a script is needed.`,
  );
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw configurationError(`The package ${file} cannot be read (${reason}).`, { cause });
  }
}
