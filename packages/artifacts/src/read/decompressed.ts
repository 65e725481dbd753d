import { execa } from 'execa';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { infrastructureError } from '@uat/config';

export type Compression = 'none' | 'gzip' | 'xz' | 'zstd';

/**
 * The content of a compressed stream; what is wrong with it breaks the stream that is given back.
 * @throws UatError (infrastructure) when it is of a kind that another program has to read, and that is not here.
 */
export async function decompressed(source: Readable, compression: Compression): Promise<Readable> {
  if (compression === 'none') return source;
  if (compression === 'xz') return fromXz(source);
  // An error of either side reaches whoever reads the last one.
  return pipeline(source, compression === 'gzip' ? createGunzip() : createZstdDecompress(), () => undefined);
}

async function fromXz(source: Readable): Promise<Readable> {
  const { failed } = await execa('xz', ['--version'], { reject: false });
  if (failed)
    throw infrastructureError(
      'This package is compressed by xz, which is not installed: apt-get install xz-utils',
    );
  return execa('xz', ['-dc'], { input: source, buffer: false }).readable();
}
