import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { certificate, stubServer, temporaryFolder, tlsIdentity } from '@uat/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trust } from './trust.ts';

beforeEach(() => void vi.stubEnv('NODE_EXTRA_CA_CERTS', undefined));
const authorities = tls.getCACertificates('default');
afterEach(() => {
  vi.unstubAllEnvs();
  tls.setDefaultCACertificates(authorities);
});

const url = 'http://t.test';

test('a target that needs no special trust changes nothing', async () => {
  expect(await trust({ url, verifyTls: true, folder: temporaryFolder() })).toEqual({ env: {} });
});

test('no check at all holds here and in child processes, whatever the authority', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', undefined);

  expect(await trust({ url, verifyTls: false, ca: '/nowhere/ca.pem', folder: '/nowhere' })).toEqual({
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  });

  expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBe('0');
});

test.each([
  { what: 'a file that is not there', text: undefined },
  { what: 'a file without a certificate', text: 'Dear Sir or Madam' },
])('$what is a configuration error that names it', async ({ text }) => {
  const file = path.join(temporaryFolder(), 'ca.pem');
  if (text !== undefined) writeFileSync(file, text);

  await expect(trust({ url, verifyTls: true, ca: file, folder: temporaryFolder() })).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining(`--ca ${file} is not a PEM file with a certificate`),
  });
});

test('without TLS there is an authority for child processes and no key for the browser', async () => {
  const { ca } = await certificate({ from: 2020, until: 2090 });

  expect(await trust({ url, verifyTls: true, ca, folder: temporaryFolder() })).toEqual({
    env: { NODE_EXTRA_CA_CERTS: ca },
  });
});

test('the browser is told the key of a certificate that the authority signed', async () => {
  const made = await certificate({ from: 2020, until: 2090 });
  await using target = await stubServer((_request, response) => void response.end(), tlsIdentity(made));

  const trusted = await trust({ url: target.url, verifyTls: true, ca: made.ca, folder: temporaryFolder() });

  const key = new X509Certificate(readFileSync(made.cert)).publicKey.export({ type: 'spki', format: 'der' });
  expect(trusted).toEqual({
    env: { NODE_EXTRA_CA_CERTS: made.ca },
    trustedKey: createHash('sha256').update(key).digest('base64'),
  });
});

test.each([
  { what: 'that another authority signed', years: { from: 2020, until: 2090 }, signedByIt: false },
  { what: 'that has expired', years: { from: 2020, until: 2021 }, signedByIt: true },
])('the browser is told nothing of a certificate $what', async ({ years, signedByIt }) => {
  const made = await certificate(years);
  const { ca } = signedByIt ? made : await certificate(years);
  await using target = await stubServer((_request, response) => void response.end(), tlsIdentity(made));

  expect(await trust({ url: target.url, verifyTls: true, ca, folder: temporaryFolder() })).toEqual({
    env: { NODE_EXTRA_CA_CERTS: ca },
  });
});
