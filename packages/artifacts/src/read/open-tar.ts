import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { configurationError } from '@uat/core';
import { compressionOf } from './compression-of.ts';
import { decompressed } from './decompressed.ts';

/**
 * A tar archive, decompressed, whatever it was compressed by.
 * @throws UatError (configuration) when it is no archive; (infrastructure) when a program is missing that has to read it.
 */
export async function openTar(file: string): Promise<Readable> {
  const compression = await compressionOf(file);
  if (compression === undefined) throw configurationError(`${file} is no archive that tar reads.`);
  return decompressed(createReadStream(file), compression);
}
