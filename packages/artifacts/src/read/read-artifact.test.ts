import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UatError } from '@uat/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixturePlan } from '../fixture/fixture-plan.ts';
import { smallDeb } from '../testing/small-deb.ts';
import { buildDeb } from '../write/build-deb.ts';
import { buildTarball } from '../write/build-tarball.ts';
import { BrokenArtifactError } from './broken-artifact-error.ts';
import { readArtifact } from './read-artifact.ts';

let folder: string;
let deb: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uat-artifacts-'));
  deb = await buildDeb(fixturePlan('current'), folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('a Debian package reports its metadata, files and scripts', async () => {
  const artifact = await readArtifact(deb);

  expect(artifact).toMatchObject({
    kind: 'deb',
    name: 'acme-agent',
    version: '1.1.0',
    architecture: 'all',
    maintainer: 'ACME <packages@acme.example>',
    depends: ['python3'],
    conffiles: ['/etc/acme-agent/agent.conf'],
  });
  expect(Object.keys(artifact.scripts)).toEqual(['preinst', 'postinst', 'prerm', 'postrm']);
  expect(artifact.files).toContainEqual({
    path: '/usr/bin/acme-agent',
    type: 'link',
    mode: 0o777,
    owner: 'root',
    group: 'root',
    size: 0,
    target: '/opt/acme-agent/bin/acme-agent',
  });
});

test('settings are the files that a package installs for the administrator, not those it removes', async () => {
  const conffiles = '/etc/acme/a.conf \nremove-on-upgrade /etc/acme/old.conf\n';
  const files = [{ path: '/etc/acme/a.conf', content: 'port = 80\n' }];

  const artifact = await readArtifact(
    await smallDeb(folder, { name: 'acme', control: { conffiles }, files }),
  );

  expect(artifact.conffiles).toEqual(['/etc/acme/a.conf']);
});

test('an archive with an install.sh takes its name and version from the file name', async () => {
  const artifact = await readArtifact(await buildTarball(fixturePlan('current'), folder));

  expect(artifact).toMatchObject({ kind: 'tarball', name: 'acme-agent', version: '1.1.0' });
  expect(artifact.scripts['install.sh']).toMatch(/^#!\/bin\/sh\n/);
});

test('a Debian package that is truncated anywhere is broken, and no other error occurs', async () => {
  const whole = await readFile(deb);
  const cut = path.join(folder, 'cut.deb');
  // Before that it cannot be told from any other ar archive; the last byte may be padding.
  const lengths = fc.integer({ min: 21, max: whole.length - 2 });

  await fc.assert(
    fc.asyncProperty(lengths, async (length) => {
      await writeFile(cut, whole.subarray(0, length));
      await expect(readArtifact(cut)).rejects.toThrow(BrokenArtifactError);
    }),
    { numRuns: 50 },
  );
});

describe('a file that is not a package', () => {
  test.each([
    { what: 'a missing file', content: undefined },
    { what: 'an empty file', content: '' },
    { what: 'a text', content: 'hello' },
    {
      what: 'another archive of ar',
      content: '!<arch>\nlibc.o/         0           0     0     644     0         `\n',
    },
  ])('is an invalid argument: $what', async ({ content }) => {
    const file = path.join(folder, `no-package-${content?.length}`);
    if (content !== undefined) await writeFile(file, content);

    await expect(readArtifact(file)).rejects.toThrow(UatError);
  });
});
