import { open } from 'node:fs/promises';
import type { Compression } from './decompressed.ts';

const magic: [Compression, Buffer][] = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
];

/** How the bytes at this place of a file are compressed, by how they begin. */
export async function compressionOf(file: string, position = 0): Promise<Compression> {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(6), 0, 6, position);
  return magic.find(([, bytes]) => buffer.subarray(0, bytes.length).equals(bytes))?.[0] ?? 'none';
}
