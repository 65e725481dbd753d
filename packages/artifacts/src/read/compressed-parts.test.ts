import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ending, type SmallDeb, smallDeb, smallTar } from '../testing/small-deb.ts';
import { writeAr } from '../write/ar.ts';
import { BrokenArtifactError } from './broken-artifact-error.ts';
import { readArtifact } from './read-artifact.ts';

const programs = ['xz', 'bzip2', 'zstd', 'lzip', 'lzop', 'dpkg-deb', 'gzip', 'cat'];
const asked = await Promise.all(
  programs.map(async (program) => {
    const { failed } = await execa(program, ['--version'], { reject: false });
    return failed ? [] : [program];
  }),
);
const here = new Set(asked.flat());

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uat-compressed-'));
  await mkdir(path.join(folder, 'no-programs'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

const acme: SmallDeb = {
  name: 'acme',
  files: [{ path: '/usr/share/acme/data', content: 'a row\n'.repeat(999) }],
};
const withoutPrograms = () => vi.stubEnv('PATH', path.join(folder, 'no-programs'));
const made = async (compression: SmallDeb['compression']) =>
  smallDeb(await mkdtemp(path.join(folder, 'deb-')), { ...acme, ...(compression && { compression }) });

describe('a Debian package', () => {
  const ofData: Ending[] = ['', '.gz', '.xz', '.zst', '.bz2', '.lzma'];
  const ofControl: Ending[] = ['', '.gz', '.xz', '.zst'];

  test.each([
    ...ofData.map((data) => ({ data, control: '.gz' as const })),
    ...ofControl.map((control) => ({ control, data: '.xz' as const })),
  ])(
    'whose parts are control.tar$control and data.tar$data is read as dpkg reads it',
    async (compression) => {
      const file = await made(compression);

      const { name, files } = await readArtifact(file);

      expect(name).toBe('acme');
      expect(files.at(-1)).toMatchObject({ path: '/usr/share/acme/data', size: 5994 });
      if (!here.has('dpkg-deb')) return;
      const { stdout } = await execa('dpkg-deb', ['--fsys-tarfile', file], { encoding: 'buffer' });
      expect(Buffer.from(stdout).includes('a row\n'.repeat(999))).toBe(true);
    },
  );

  test.each(ofData)('whose part data.tar%s is truncated is broken', async (data) => {
    const whole = await readFile(await made({ data }));
    const cut = path.join(folder, `cut${data}.deb`);

    await fc.assert(
      // The last bytes may be padding, or follow the last frame or block.
      fc.asyncProperty(
        fc.integer({ min: 100, max: whole.length - 1100 < 100 ? 150 : whole.length - 1100 }),
        async (length) => {
          await writeFile(cut, whole.subarray(0, length));
          await expect(readArtifact(cut)).rejects.toThrow(BrokenArtifactError);
        },
      ),
      { numRuns: 8 },
    );
  });

  test.each(ofData.slice(1))('whose part data.tar%s holds something else is broken', async (ending) => {
    const file = path.join(folder, `other${ending}.deb`);
    const content = await smallTar([{ path: '/control', content: 'Package: acme\nVersion: 1\n' }]);
    await writeAr(file, [
      { name: 'debian-binary', content: Buffer.from('2.0\n') },
      { name: 'control.tar', content },
      { name: `data.tar${ending}`, content: Buffer.from('no archive at all, whatever its name says') },
    ]);

    await expect(readArtifact(file)).rejects.toThrow(BrokenArtifactError);
  });

  test.each(['.lz', '.lz4', '.br', '.Z'])(
    'whose part data.tar%s uses a compression that dpkg does not support is not judged',
    async (ending) => {
      const file = path.join(folder, `strange${ending}.deb`);
      const content = await smallTar([{ path: '/control', content: 'Package: acme\nVersion: 1\n' }]);
      await writeAr(file, [
        { name: 'debian-binary', content: Buffer.from('2.0\n') },
        { name: 'control.tar', content },
        { name: `data.tar${ending}`, content },
      ]);

      await expect(readArtifact(file)).rejects.toMatchObject({
        kind: 'infrastructure',
        message: expect.stringContaining(`its part data.tar${ending} uses an unsupported compression`),
      });
    },
  );

  test.each([
    { format: '3.0', what: 'a later one', kind: 'infrastructure' },
    { format: '2.1', what: 'a later minor one', kind: undefined },
  ])('of format $format, $what', async ({ format, kind }) => {
    const file = path.join(folder, `format-${format}.deb`);
    const content = await smallTar([{ path: '/control', content: 'Package: acme\nVersion: 1\n' }]);
    await writeAr(file, [
      { name: 'debian-binary', content: Buffer.from(`${format}\n`) },
      { name: 'control.tar', content },
      { name: 'data.tar', content: await smallTar([]) },
    ]);

    const read = readArtifact(file);

    if (kind === undefined) await expect(read).resolves.toMatchObject({ name: 'acme' });
    else await expect(read).rejects.toMatchObject({ kind, message: expect.stringContaining('format 3.0') });
  });
});

describe('where a required program is missing', () => {
  test.each([
    { data: '.xz', compression: 'xz', install: 'xz-utils' },
    { data: '.lzma', compression: 'lzma', install: 'xz-utils' },
    { data: '.bz2', compression: 'bzip2', install: 'bzip2' },
  ] as const)(
    'a package compressed with $compression is not judged, and the error says what to install',
    async ({ data, compression, install }) => {
      const file = await made({ data });
      withoutPrograms();

      await expect(readArtifact(file)).rejects.toMatchObject({
        kind: 'infrastructure',
        message: expect.stringMatching(
          new RegExp(`compressed with ${compression}, .* apt-get install ${install}$`),
        ),
      });
    },
  );

  test.each(['', '.gz', '.zst'] as const)(
    'a package whose part is data.tar%s can still be read',
    async (data) => {
      const file = await made({ data });
      withoutPrograms();

      await expect(readArtifact(file)).resolves.toMatchObject({ name: 'acme' });
    },
  );
});

describe('an archive with an install.sh', () => {
  const packers: Record<string, string[]> = {
    tar: ['cat'],
    'tar.gz': ['gzip', '-c'],
    tgz: ['gzip', '-c'],
    'tar.xz': ['xz', '-c'],
    'tar.lzma': ['xz', '--format=lzma', '-c'],
    'tar.bz2': ['bzip2', '-c'],
    'tar.zst': ['zstd', '-c'],
    'tar.lz': ['lzip', '-c'],
    'tar.lzo': ['lzop', '-c'],
  };
  const tarball = async (name: string, ending: string) => {
    const input = await smallTar([
      { path: '/acme/install.sh', content: '#!/bin/sh\necho hi\n', mode: 0o755 },
    ]);
    const [program = '', ...args] = packers[ending] ?? [];
    const { stdout } = await execa(program, args, { input, encoding: 'buffer' });
    const file = path.join(folder, `${name}.${ending}`);
    await writeFile(file, stdout);
    return file;
  };

  test.for(Object.entries(packers))('as .%s is read', async ([ending, [program = '']], { skip }) => {
    skip(!here.has(program), `${program} is not installed`);

    const { kind, name, version, scripts } = await readArtifact(await tarball('acme-1.2.0', ending));

    expect({ kind, name, version }).toEqual({ kind: 'tarball', name: 'acme', version: '1.2.0' });
    expect(scripts['install.sh']).toContain('echo hi');
  });

  test.each([
    { beginning: Buffer.from('LZIP\u0001'), compression: 'lzip' },
    { beginning: Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a]), compression: 'lzop' },
    { beginning: Buffer.from([0x1f, 0x9d, 0x90]), compression: 'compress' },
  ])(
    'compressed with $compression is not judged where the program for it is missing',
    async ({ beginning, compression }) => {
      const file = path.join(folder, `acme-1.0.${compression}`);
      await writeFile(file, beginning);
      withoutPrograms();

      await expect(readArtifact(file)).rejects.toMatchObject({
        kind: 'infrastructure',
        message: expect.stringContaining(`compressed with ${compression}`),
      });
    },
  );

  test.each([
    { file: 'acme-1.2.0-linux-amd64', name: 'acme', version: '1.2.0', architecture: 'amd64' },
    { file: 'acme-1.2.0-linux-x64', name: 'acme', version: '1.2.0', architecture: 'amd64' },
    { file: 'acme-1.2.0-x86_64-linux-gnu', name: 'acme', version: '1.2.0', architecture: 'amd64' },
    { file: 'acme-v1.2.0-aarch64-unknown-linux-musl', name: 'acme', version: '1.2.0', architecture: 'arm64' },
    {
      file: 'acme_agent-2.0.0-rc.1-linux-arm64',
      name: 'acme_agent',
      version: '2.0.0-rc.1',
      architecture: 'arm64',
    },
    {
      file: 'acme-agent-2.0.0-beta.2+build.5',
      name: 'acme-agent',
      version: '2.0.0-beta.2+build.5',
      architecture: '',
    },
    { file: 'acme-agent-1.1.0-noarch', name: 'acme-agent', version: '1.1.0', architecture: 'all' },
    { file: 'acme2-3', name: 'acme2', version: '3', architecture: '' },
    { file: 'acme', name: 'acme', version: '', architecture: '' },
  ])('named $file is $name $version', async ({ file, ...said }) => {
    expect(await readArtifact(await tarball(file, 'tar.gz'))).toMatchObject(said);
  });
});
