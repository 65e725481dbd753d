import { open } from 'node:fs/promises';
import { configurationError } from '@uat/core';
import type { ArtifactKind } from './artifact.ts';
import { compressionOf } from './compression-of.ts';

const beginnings: [ArtifactKind, Buffer][] = [
  // An ar archive whose first member is `debian-binary`.
  ['deb', Buffer.from('!<arch>\ndebian-binary')],
  ['rpm', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
  ['script', Buffer.from('#!')],
];

/**
 * Detects the kind of an artifact by its first bytes, regardless of its name.
 * @throws UatError (configuration) when the file does not exist or is not an artifact.
 */
export async function artifactKind(file: string): Promise<ArtifactKind> {
  const beginning = await firstBytes(file);
  const kind = beginnings.find(([, bytes]) => beginning.subarray(0, bytes.length).equals(bytes))?.[0];
  if (kind !== undefined) return kind;
  if ((await compressionOf(file)) !== undefined) return 'tarball';
  throw configurationError(`${file} is not a package: give a .deb, an .rpm, a tar archive or a script.`);
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
