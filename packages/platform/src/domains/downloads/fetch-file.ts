import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Download } from './download.ts';

/** The path of a file until it is complete. */
export const partOf = (path: string): string => `${path}.part`;

/**
 * Fetches a file, continuing after an interruption from the partial file that it left. The file gets its name only when
 * it is complete and its checksum is right. Throws when the hub or the checksum fails.
 */
export async function fetchFile(
  { url, path, size, sha256 }: Pick<Download, 'url' | 'path' | 'size' | 'sha256'>,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<void> {
  const part = partOf(path);
  await mkdir(dirname(path), { recursive: true });
  let have = await stat(part).then(
    (found) => found.size,
    () => 0,
  );
  if (have > size) {
    await rm(part, { force: true });
    have = 0;
  }
  onProgress(have);
  if (have < size) {
    const response = await fetch(url, {
      signal,
      ...(have > 0 && { headers: { range: `bytes=${have}-`, 'if-range': `"${sha256}"` } }),
    });
    if (!response.ok || !response.body)
      throw new Error(`The hub answered ${response.status} instead of the file.`);
    // A hub that ignores the range sends the file from the beginning.
    if (response.status !== 206) have = 0;
    await using file = await open(part, have === 0 ? 'w' : 'a');
    for await (const piece of response.body) {
      signal.throwIfAborted();
      await file.write(piece);
      have += piece.length;
      onProgress(have);
    }
    await file.sync();
  }
  if (have !== size) throw new Error(`The hub sent ${have} bytes, and promised ${size}.`);
  const actual = await sha256Of(part);
  if (actual !== sha256) {
    await rm(part, { force: true });
    throw new Error(`The file has the SHA-256 ${actual} instead of ${sha256}: it was thrown away.`);
  }
  signal.throwIfAborted();
  await rename(part, path);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
