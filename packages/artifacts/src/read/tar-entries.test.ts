import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type SmallFile, smallTar } from '../testing/small-deb.ts';
import { tarEntries } from './tar-entries.ts';

const sumOf = (content: string) => createHash('sha256').update(content).digest('hex');
const read = async (tar: Buffer, wanted?: (at: string) => boolean) =>
  tarEntries(async () => Readable.from([tar]), wanted);
const entries = async (files: readonly SmallFile[], wanted?: (at: string) => boolean) =>
  read(await smallTar(files), wanted);

describe('a hard link', () => {
  const files: SmallFile[] = [
    { path: '/lib/first', content: 'the same\n' },
    { path: '/lib/second', hardLinkTo: '/lib/first' },
    { path: '/lib/third', hardLinkTo: '/lib/second', mode: 0o755 },
  ];

  test('is the file that it links to, even through another hard link', async () => {
    const found = await entries(files);

    expect(found.files).toEqual(
      ['first', 'second', 'third'].map((name) => ({
        ...{ path: `/lib/${name}`, type: 'file', mode: name === 'third' ? 0o755 : 0o644 },
        ...{ owner: 'root', group: 'root', size: 9, sha256: sumOf('the same\n') },
        ...(name === 'first' ? {} : { sameAs: '/lib/first' }),
      })),
    );
  });

  test('to a symbolic link is that link', async () => {
    const { files: found } = await entries([
      { path: '/a', linkTo: '/somewhere' },
      { path: '/b', hardLinkTo: '/a' },
    ]);

    expect(found.at(-1)).toMatchObject({ path: '/b', type: 'link', target: '/somewhere', size: 0 });
  });

  test('to a path that does not come before it is broken', async () => {
    await expect(entries([{ path: '/b', hardLinkTo: '/a' }, { path: '/a' }])).rejects.toThrow(
      '/b is a hard link to /a, which does not come before it',
    );
  });

  test('with any number of names takes up space once', async () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 2, maxLength: 9 }),
        fc.string(),
        async (names, content) => {
          const [first = '', ...others] = names;
          const { files: found } = await entries([
            { path: `/${first}`, content },
            ...others.map((other, index) => ({ path: `/${other}`, hardLinkTo: `/${names[index]}` })),
          ]);

          expect(found.map(({ sha256 }) => sha256)).toEqual(names.map(() => sumOf(content)));
          expect(found.filter(({ sameAs }) => sameAs === undefined)).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the text of a file', () => {
  const text = async (...files: SmallFile[]) =>
    (await entries(files, (at) => at === '/install.sh')).texts.get('/install.sh');

  test.each<{ what: string; files: SmallFile[] }>([
    { what: 'itself', files: [{ path: '/install.sh', content: 'echo hi' }] },
    {
      what: 'a hard link',
      files: [
        { path: '/bin/setup', content: 'echo hi' },
        { path: '/install.sh', hardLinkTo: '/bin/setup' },
      ],
    },
    {
      what: 'a link to what comes later',
      files: [
        { path: '/install.sh', linkTo: 'bin/setup' },
        { path: '/bin/setup', content: 'echo hi' },
      ],
    },
    {
      what: 'a link to a link to a hard link',
      files: [
        { path: '/bin/real', content: 'echo hi' },
        { path: '/bin/setup', hardLinkTo: '/bin/real' },
        { path: '/lib/setup', linkTo: '../bin/setup' },
        { path: '/install.sh', linkTo: './lib/../lib/setup' },
      ],
    },
    {
      what: 'a file that comes twice',
      files: [
        { path: '/install.sh', content: 'echo old' },
        { path: '/install.sh', content: 'echo hi' },
      ],
    },
  ])('is that of $what', async ({ files }) => {
    expect(await text(...files)).toBe('echo hi');
  });

  test.each<{ what: string; files: SmallFile[] }>([
    { what: 'leads out of it', files: [{ path: '/install.sh', linkTo: '../../etc/passwd' }] },
    {
      what: 'leads in a circle',
      files: [
        { path: '/install.sh', linkTo: 'a' },
        { path: '/a', linkTo: 'install.sh' },
      ],
    },
    { what: 'is a folder', files: [{ path: '/install.sh/' }] },
  ])('is none where it $what', async ({ files }) => {
    expect(await text(...files)).toBeUndefined();
  });
});

test('a path that occurs twice has the content of its last entry', async () => {
  const { files } = await entries([
    { path: '/a', content: 'old' },
    { path: '/b', content: 'b' },
    { path: '/a', content: 'new!' },
  ]);

  expect(files.map(({ path: at, size }) => [at, size])).toEqual([
    ['/b', 1],
    ['/a', 4],
  ]);
});

const { stdout: tarVersion } = await execa('tar', ['--version'], { reject: false });

// Needs GNU tar, which not every system has.
describe.skipIf(!tarVersion?.includes('GNU tar'))('an archive of GNU tar', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-tar-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const packed = async (...args: string[]) =>
    Buffer.from((await execa('tar', ['-C', folder, ...args], { encoding: 'buffer' })).stdout);

  const deep = `deep/${'folder-with-a-long-name/'.repeat(7)}`;
  const long = `${deep}${'n'.repeat(120)}`;
  mkdirSync(path.join(folder, deep), { recursive: true });
  writeFileSync(path.join(folder, long), 'long\n');
  linkSync(path.join(folder, long), path.join(folder, deep, 'second'));
  symlinkSync('x'.repeat(150), path.join(folder, deep, 'third'));

  test.each(['gnu', 'posix', 'oldgnu'])(
    'in the format %s may have names and targets of any length',
    async (format) => {
      const { files } = await read(await packed(`--format=${format}`, '--sort=name', '-cf', '-', 'deep'));
      const found = files.filter(({ type }) => type !== 'directory');

      expect(found.map(({ path: at }) => at).toSorted()).toEqual(
        [`/${deep}second`, `/${deep}third`, `/${long}`].toSorted(),
      );
      expect(found.filter(({ sha256 }) => sha256 === sumOf('long\n'))).toHaveLength(2);
      expect(found.find(({ type }) => type === 'link')?.target).toBe('x'.repeat(150));
    },
  );

  test('in the oldest format is recognised', async () => {
    writeFileSync(path.join(folder, 'short'), 'short\n');

    const { files } = await read(await packed('--format=v7', '-cf', '-', 'short'));

    expect(files).toMatchObject([{ path: '/short', sha256: sumOf('short\n') }]);
  });

  test('in the format posix may have owners of any name and number', async () => {
    const owner = [
      '--owner=somebody-with-a-name-longer-than-a-header-takes:3000000',
      '--group=staff:3000001',
    ];

    const { files } = await read(await packed('--format=posix', ...owner, '-cf', '-', 'short'));

    expect(files).toMatchObject([
      { owner: 'somebody-with-a-name-longer-than-a-header-takes', group: 'staff' },
    ]);
  });

  test.each([
    { format: 'gnu', holes: 1 },
    { format: 'gnu', holes: 9 },
    { format: 'gnu', holes: 0 },
    { format: 'posix', holes: 1 },
  ])('in the format $format with a sparse file ($holes) is not judged', async ({ format, holes }) => {
    const file = path.join(folder, 'sparse');
    rmSync(file, { force: true });
    writeFileSync(file, '');
    truncateSync(file, 8 << 20);
    for (let hole = 0; hole < holes; hole += 1)
      await execa('dd', [`of=${file}`, `seek=${hole * 200}`, 'bs=4096', 'count=1', 'conv=notrunc'], {
        input: 'x'.repeat(4096),
      });

    const tar = await packed('--sparse', `--format=${format}`, '-cf', '-', 'sparse');

    await expect(read(tar)).rejects.toMatchObject({
      kind: 'infrastructure',
      message: expect.stringMatching(/sparse.* is stored in this archive in an unsupported form/),
    });
  });

  test('with a label can be read', async () => {
    const { files } = await read(await packed('--format=gnu', '-V', 'acme 1.0', '-cf', '-', 'short'));

    expect(files.filter(({ type }) => type === 'file')).toMatchObject([{ path: '/short' }]);
  });
});
