import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { infrastructureError, UatError } from '@uat/core';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { BrokenArtifactError } from './broken-artifact-error.ts';
import { readingFailure } from './reading-failure.ts';

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const failure = async (work: Promise<unknown>) => readingFailure('deb', 'a.deb', await thrownBy(work));
const shell = (script: string) => execa('sh', ['-c', script]);

describe('a reader that cannot read', () => {
  test.each([
    { what: 'may not read the file', work: () => readFile('/proc/self/mem/nothing') },
    { what: 'is not there', work: () => execa('/no/such/program') },
    { what: 'was ended', work: () => shell('kill -9 $$') },
    {
      what: 'does not support the format',
      work: () => shell('echo "xz: (stdin): Unsupported options" >&2; exit 1'),
    },
    {
      what: 'reports it on its standard output',
      work: () => shell('echo "a.rpm: unsupported version"; exit 1'),
    },
    { what: 'has too little memory', work: () => shell('echo "xz: Memory usage limit reached" >&2; exit 1') },
  ])('because it $what is a failure of this machine', async ({ work }) => {
    expect(await failure(work())).toMatchObject({
      kind: 'infrastructure',
      message: expect.stringMatching(/^a\.deb could not be read on this machine \(.+\)\.$/),
    });
  });
});

describe('a reader that found an error', () => {
  test.each([
    {
      what: 'in the input of a program',
      work: () => shell('echo "bzip2: Data integrity error" >&2; exit 2'),
    },
    {
      what: 'in the input of Node',
      work: () => buffer(Readable.from([Buffer.from('no gzip')]).pipe(createGunzip())),
    },
    {
      what: 'in the structure of the package',
      work: () => Promise.reject(new Error('Unexpected end of data')),
    },
  ])('$what means a broken package', async ({ work }) => {
    const found = await failure(work());

    expect(found).toBeInstanceOf(BrokenArtifactError);
    expect(found.message).toMatch(/^a\.deb is damaged or truncated \(.+\)\.$/);
  });
});

test('an error that was already classified is kept', () => {
  const judged = infrastructureError('install xz');

  expect(readingFailure('deb', 'a.deb', judged)).toBe(judged);
  expect(judged).toBeInstanceOf(UatError);
});
