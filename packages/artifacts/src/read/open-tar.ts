import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { configurationError } from '@uat/core';
import { compressionOf } from './compression-of.ts';
import { decompressed } from './decompressed.ts';

/**
 * Opens a tar archive, decompressed.
 * @throws UatError (configuration) when it is not an archive; (infrastructure) when a program needed to read it is
 *   missing.
 */
export async function openTar(file: string): Promise<Readable> {
  const compression = await compressionOf(file);
  if (compression === undefined) throw configurationError(`${file} is not a tar archive.`);
  return decompressed(createReadStream(file), compression);
}
