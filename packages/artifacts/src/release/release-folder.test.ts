import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMessage, readKey, readSignature, verify } from 'openpgp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixturePackages } from '../fixture/fixture-packages.ts';
import { fileSum } from '../read/file-sum.ts';
import { readArtifact } from '../read/read-artifact.ts';
import type { ReleaseFolder } from './release-folder.ts';

let folder: string;
let released: ReleaseFolder;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uat-artifacts-'));
  released = await fixturePackages({ folder, formats: ['deb', 'tarball'] });
});
afterAll(() => rm(folder, { recursive: true }));

const text = (file: string | undefined) => readFile(file ?? '', 'utf8');

test('the checksums cover every package and every bill of materials', async () => {
  const { previous, current, next, sums } = released;
  const files = [previous, current, next].flatMap(({ deb, tarball, sboms }) => [
    deb,
    tarball,
    sboms.deb,
    sboms.tarball,
  ]);

  const lines = await Promise.all(
    files.map(async (file = '') => `${await fileSum(file)}  ${path.basename(file)}`),
  );

  expect((await text(sums)).trimEnd().split('\n')).toEqual(lines.toSorted());
});

test('the signature of the checksums matches the key beside them', async () => {
  const { signatures } = await verify({
    message: await createMessage({ binary: await readFile(released.sums) }),
    signature: await readSignature({ armoredSignature: await text(released.signature) }),
    verificationKeys: await readKey({ armoredKey: await text(released.publicKey) }),
  });

  expect(await Promise.all(signatures.map(({ verified }) => verified))).toEqual([true]);
});

test.each(['deb', 'tarball'] as const)('the bill of materials of the %s lists its files', async (format) => {
  const { components } = JSON.parse(await text(released.current.sboms[format])) as {
    components: { type: string; name: string; hashes: { content: string }[] }[];
  };
  const listed = components
    .filter(({ type }) => type === 'file')
    .map(({ name, hashes }) => [name, hashes[0]?.content]);
  const { files } = await readArtifact(released.current[format] ?? '');

  expect(listed).toEqual(
    files.filter(({ type }) => type === 'file').map(({ path: file, sha256 }) => [file, sha256]),
  );
});
