import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import { zstdFrames } from './zstd-frames.ts';

/** The programs that read what Node does not, and the Debian packages that they come from. */
const programs = {
  compress: { command: ['gzip', '-dc'], from: 'gzip' },
  xz: { command: ['xz', '-dc'], from: 'xz-utils' },
  lzma: { command: ['xz', '--format=lzma', '-dc'], from: 'xz-utils' },
  bzip2: { command: ['bzip2', '-dc'], from: 'bzip2' },
  lzip: { command: ['lzip', '-dc'], from: 'lzip' },
  lzop: { command: ['lzop', '-dc'], from: 'lzop' },
} as const;

/** The ways in which parts of packages and archives are compressed that are read here. */
export type Compression = 'none' | 'gzip' | 'zstd' | keyof typeof programs;

/**
 * The content of a compressed stream; what is wrong with it breaks the stream that is given back.
 * @throws UatError (infrastructure) when another program has to read it, and that is not installed.
 */
export async function decompressed(source: Readable, compression: Compression): Promise<Readable> {
  if (compression === 'none') return source;
  // An error of either side reaches the reader of the last one.
  if (compression === 'gzip') return pipeline(source, createGunzip(), () => undefined);
  if (compression === 'zstd') return zstdFrames(source);
  const { command, from } = programs[compression];
  const [program, ...args] = command;
  if (await isInstalled(program)) return execa(program, args, { input: source, buffer: false }).readable();
  throw infrastructureError(
    `This package is compressed by ${compression}, and ${program}, which reads that, is not installed: apt-get install ${from}`,
  );
}

async function isInstalled(program: string): Promise<boolean> {
  const { code } = await execa(program, ['--version'], { reject: false, stdin: 'ignore' });
  return code !== 'ENOENT';
}
