import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sidecarsOf } from './sidecars.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'uat-beside-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const beside = (files: Record<string, string>, artifact = 'acme_1.0_all.deb') => {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const found = Object.entries(sidecarsOf(path.join(folder, artifact)));
  return Object.fromEntries(
    found.flatMap(([what, file]) => (file === undefined ? [] : [[what, path.basename(file)]])),
  );
};

test('the usual names are found', () => {
  const all = {
    SHA256SUMS: '',
    'SHA256SUMS.asc': '',
    'release-key.asc': '',
    'acme_1.0_all.deb.cdx.json': '',
  };

  expect(beside(all)).toEqual({
    sums: 'SHA256SUMS',
    signature: 'SHA256SUMS.asc',
    key: 'release-key.asc',
    sbom: 'acme_1.0_all.deb.cdx.json',
  });
});

test.each([
  { files: ['SHA512SUMS', 'SHA512SUMS.asc'], sums: 'SHA512SUMS', signature: 'SHA512SUMS.asc' },
  { files: ['SHA512SUMS', 'SHA256SUMS', 'SHA512SUMS.asc'], sums: 'SHA256SUMS', signature: undefined },
  { files: ['SHA256SUMS.txt', 'SHA256SUMS.asc'], sums: 'SHA256SUMS.txt', signature: 'SHA256SUMS.asc' },
  { files: ['acme_1.0_all.deb.sha512'], sums: 'acme_1.0_all.deb.sha512', signature: undefined },
  { files: ['SHA256SUMS.asc'], sums: undefined, signature: undefined },
])('of $files the sums are $sums, and their signature is $signature', ({ files, sums, signature }) => {
  const found = beside(Object.fromEntries(files.map((name) => [name, ''])));

  expect([found['sums'], found['signature']]).toEqual([sums, signature]);
});

test.each([
  'untrusted comment: signature from minisign',
  '-----BEGIN SSH SIGNATURE-----\nU1NI',
  '-----BEGIN PKCS7-----\nMII',
])('a signature that begins with %s is none that is read here', (content) => {
  expect(beside({ SHA256SUMS: '', 'SHA256SUMS.sig': content })).toEqual({ sums: 'SHA256SUMS' });
});

test('an archive has a list of parts under its name with its ending or without', () => {
  expect(beside({ 'acme-1.0.cdx.json': '' }, 'acme-1.0.tar.gz')).toEqual({ sbom: 'acme-1.0.cdx.json' });
  expect(beside({}, 'acme-1.0.tgz')).toEqual({ sbom: 'acme-1.0.cdx.json' });
});
