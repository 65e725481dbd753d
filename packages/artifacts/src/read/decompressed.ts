import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import { zstdFrames } from './zstd-frames.ts';

/** Programs for the formats that Node cannot read, and the Debian packages that they come from. */
const programs = {
  compress: { command: ['gzip', '-dc'], from: 'gzip' },
  xz: { command: ['xz', '-dc'], from: 'xz-utils' },
  lzma: { command: ['xz', '--format=lzma', '-dc'], from: 'xz-utils' },
  bzip2: { command: ['bzip2', '-dc'], from: 'bzip2' },
  lzip: { command: ['lzip', '-dc'], from: 'lzip' },
  lzop: { command: ['lzop', '-dc'], from: 'lzop' },
} as const;

/** The supported compressions of packages and archives. */
export type Compression = 'none' | 'gzip' | 'zstd' | keyof typeof programs;

/**
 * Decompresses a stream; errors surface on the returned stream.
 * @throws UatError (infrastructure) when an external program is needed and not installed.
 */
export async function decompressed(source: Readable, compression: Compression): Promise<Readable> {
  if (compression === 'none') return source;
  // Errors of either side reach the reader of the last stream.
  if (compression === 'gzip') return pipeline(source, createGunzip(), () => undefined);
  if (compression === 'zstd') return zstdFrames(source);
  const { command, from } = programs[compression];
  const [program, ...args] = command;
  if (await isInstalled(program)) return execa(program, args, { input: source, buffer: false }).readable();
  throw infrastructureError(
    `This package is compressed with ${compression}, and ${program}, which is needed to read it, is not installed: apt-get install ${from}`,
  );
}

async function isInstalled(program: string): Promise<boolean> {
  const { code } = await execa(program, ['--version'], { reject: false, stdin: 'ignore' });
  return code !== 'ENOENT';
}
