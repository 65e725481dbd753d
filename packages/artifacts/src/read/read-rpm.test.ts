import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { missingFeatures, readRpm } from './read-rpm.ts';

test('rpm features that a package requires are found by their names', () => {
  const settings = 'Features supported by rpmlib:\n    rpmlib(PayloadIsZstd) = 5.4.18-1\n';

  expect(
    missingFeatures(
      ['python3', 'rpmlib(PayloadIsZstd) <= 5.4.18-1', 'rpmlib(PayloadIsBrotli) <= 9-1'],
      settings,
    ),
  ).toEqual(['rpmlib(PayloadIsBrotli)']);
});

const hasRpm = !(await execa('rpmbuild', ['--version'], { reject: false })).failed;

// Skipped where the distribution's package `rpm` is not installed.
describe.skipIf(!hasRpm)('an RPM', () => {
  const content = 'a row\n'.repeat(99);
  const sum = createHash('sha256').update(content).digest('hex');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'uat-rpm-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const build = async (...defines: string[]) => {
    const spec = `%define __python /bin/true
%define _build_id_links none
Name: acme
Version: 1.0
Release: 1
Summary: a small package
License: none
BuildArch: noarch
%description
It is a test.
%pretrans
echo before all
%posttrans
echo after all
%install
mkdir -p %{buildroot}/usr/lib/acme %{buildroot}/var/lib
for i in $(seq 99); do echo "a row"; done >%{buildroot}/usr/lib/acme/first
ln %{buildroot}/usr/lib/acme/first %{buildroot}/usr/lib/acme/second
touch %{buildroot}/var/lib/acme-state
%files
/usr/lib/acme
%ghost /var/lib/acme-state
`;
    const top = await mkdtemp(path.join(folder, 'build-'));
    await writeFile(path.join(top, 'acme.spec'), spec);
    const all = [`_topdir ${top}`, `_rpmdir ${top}`, '_build_name_fmt acme.rpm', ...defines];
    await execa('rpmbuild', [
      '-bb',
      '--quiet',
      ...all.flatMap((one) => ['--define', one]),
      `${top}/acme.spec`,
    ]);
    return path.join(top, 'acme.rpm');
  };

  test.each([
    { payload: 'w9.gzdio', digest: 'SHA-256', number: 8 },
    { payload: 'w9.bzdio', digest: 'MD5', number: 1 },
    { payload: 'w19.zstdio', digest: 'SHA-512', number: 10 },
  ])(
    'with payload $payload and $digest digests has SHA-256 hashes of its files, under all their names',
    async ({ payload, number }) => {
      const file = await build(`_binary_payload ${payload}`, `_binary_filedigest_algorithm ${number}`);

      const { files, scripts } = await readRpm(file);

      expect(files.filter(({ type }) => type === 'file')).toMatchObject([
        { path: '/usr/lib/acme/first', size: content.length, sha256: sum },
        { path: '/usr/lib/acme/second', size: content.length, sha256: sum, sameAs: '/usr/lib/acme/first' },
      ]);
      expect(scripts).toMatchObject({ pretrans: 'echo before all', posttrans: 'echo after all' });
    },
  );

  test('that is damaged is broken', async () => {
    const file = await build();
    const whole = await readFile(file);
    await writeFile(file, whole.fill(0, whole.length - 40));

    await expect(readRpm(file)).rejects.toThrow(/^.*acme\.rpm is damaged or truncated \(.+\)\.$/);
  });

  test('that this rpm does not support is not judged', async () => {
    const programs = path.join(folder, 'programs');
    await mkdir(programs, { recursive: true });
    const old = '#!/bin/sh\necho "error: acme.rpm: unsupported RPM package version" >&2\nexit 1\n';
    await writeFile(path.join(programs, 'rpmkeys'), old);
    await chmod(path.join(programs, 'rpmkeys'), 0o755);
    vi.stubEnv('PATH', `${programs}:${process.env['PATH'] ?? ''}`);

    await expect(readRpm('acme.rpm')).rejects.toMatchObject({
      kind: 'infrastructure',
      message: expect.stringContaining('unsupported RPM package version'),
    });
  });
});
