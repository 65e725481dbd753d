import { open } from 'node:fs/promises';
import type { Compression } from './decompressed.ts';

/** Magic numbers of compressed archives; the ones that tar(1) recognises by itself. */
const magic: [Compression, Buffer][] = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['compress', Buffer.from([0x1f, 0x9d])],
  ['bzip2', Buffer.from('BZh')],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['lzma', Buffer.from([0x5d, 0x00, 0x00])],
  ['lzip', Buffer.from('LZIP')],
  ['lzop', Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  // A skippable frame may come first; its last half byte is free.
  ...Array.from({ length: 16 }, (_, index): [Compression, Buffer] => [
    'zstd',
    Buffer.from([0x50 + index, 0x2a, 0x4d, 0x18]),
  ]),
];

/** The position at which all tar formats but the oldest identify themselves: POSIX ustar, and GNU tar. */
const tarMagic = { position: 257, bytes: Buffer.from('ustar') };

/**
 * Detects how a tar archive is compressed by its first bytes; `undefined` when it is not recognised as a tar archive.
 */
export async function compressionOf(file: string): Promise<Compression | undefined> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  const beginning = buffer.subarray(0, bytesRead);
  const { position, bytes } = tarMagic;
  if (beginning.subarray(position, position + bytes.length).equals(bytes)) return 'none';
  return magic.find(([, known]) => beginning.subarray(0, known.length).equals(known))?.[0];
}
