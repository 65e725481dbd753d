import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { certificate } from '@uat/testing';
import { countingProxy } from './support/counting-proxy.ts';
import { sharedPlatform } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';
import { kamiwazaLike, stubServer, tlsIdentity } from '@uat/testing';
import { temporaryFolder } from '@uat/testing';

const nothingElse = kamiwazaLike((_request, response) => void response.writeHead(404).end('{"detail":"No"}'));

describe('a proxy', () => {
  const platform = sharedPlatform();

  const kept = { kind: 'pass', trouble: [] };

  test('is asked for an attached target, by uat, by the tests and by the browser', async () => {
    await using proxy = await countingProxy(platform().url);
    // Only the proxy knows where this is, and the list names something else.
    const env = { http_proxy: new URL(proxy.url).host, NO_PROXY: 'waza.invalid,kamiwaza.invalid:81' };

    const { verdict } = await uat(['kept', 'browser', '--target', 'http://kamiwaza.invalid', '--no-report'], {
      env,
    });

    expect(verdict).toMatchObject(kept);
    expect(proxy.asked.join('\n')).toContain('kamiwaza.invalid');
  });

  test.each([
    ['NO_PROXY', 'example.com, 127.0.0.0/8'],
    ['no_proxy', '127.0.0.1:PORT'],
  ])('is not asked, by anything, for what %s names: %s', async (variable, names) => {
    await using proxy = await countingProxy(platform().url);
    const port = new URL(platform().url).port;
    const list = { [variable]: names.replace('PORT', port) };
    const env = { HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1', ...list };

    const { verdict } = await uat(['kept', 'browser', '--target', platform().url, '--no-report'], { env });

    expect(verdict).toMatchObject(kept);
    expect(proxy.asked).toEqual([]);
  });

  test.each([
    { env: { HTTP_PROXY: 'socks5://127.0.0.1:1080' }, says: 'HTTP_PROXY names a socks5 proxy' },
    { env: { http_proxy: 'http://' }, says: 'http_proxy is not the URL of a proxy' },
    {
      env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '10.0.0.0/99' },
      says: 'NO_PROXY holds 10.0.0.0/99',
    },
    { env: { KAMIWAZA_VERIFY_SSL: 'nope' }, says: "KAMIWAZA_VERIFY_SSL is 'nope'" },
  ])('or a setting that cannot be used is a matter of configuration: $says', async ({ env, says }) => {
    const { exitCode, verdict } = await uat(['kept', '--target', platform().url, '--no-report'], { env });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain(says);
    expect(verdict.counts.discovered, 'before the first test').toBe(0);
  });
});

describe('a certificate', () => {
  test.each([
    { what: 'that has expired', years: { from: 2020, until: 2021 }, trusted: true, says: /expired/ },
    { what: 'of a stranger', years: { from: 2020, until: 2090 }, trusted: false, says: /certificate/ },
  ])('$what is infrastructure, and the reason is told', async ({ years, trusted, says }) => {
    const made = await certificate(years);
    await using target = await stubServer(nothingElse, tlsIdentity(made));
    const ca = trusted ? ['--ca', made.ca] : [];

    const { exitCode, verdict } = await uat(['kept', '--target', target.url, ...ca, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toMatch(says);
  });
});

describe('a private certificate authority', () => {
  const platform = sharedPlatform('--tls');

  const bothTrusted = { kind: 'pass', trouble: [], counts: { passed: 3 } };

  test('is trusted with --ca, also by the browser and as the last of several in a file', async () => {
    const { url, ca = 'none' } = platform();
    const other = (await certificate({ from: 2020, until: 2090 })).ca;
    const parts = [other, ca].map((file) => readFileSync(file, 'utf8'));
    const bundle = path.join(temporaryFolder(), 'bundle.pem');
    writeFileSync(
      bundle,
      `\uFEFFCorporate roots\r\n${parts.join('\n# the next\n').replaceAll('\n', '\r\n')}`,
    );

    const { verdict } = await uat(['kept', 'browser', '--target', url, '--ca', bundle, '--no-report']);

    expect(verdict).toMatchObject(bothTrusted);
  });

  test('is trusted by NODE_EXTRA_CA_CERTS alone, also by the browser', async () => {
    const { url, ca = 'none' } = platform();

    const { verdict } = await uat(['kept', 'browser', '--target', url, '--no-report'], {
      env: { NODE_EXTRA_CA_CERTS: ca },
    });

    expect(verdict).toMatchObject(bothTrusted);
  });

  test('is trusted behind a proxy, beside one of NODE_EXTRA_CA_CERTS', async () => {
    const { url, ca = 'none' } = platform();
    await using proxy = await countingProxy(url);
    const other = (await certificate({ from: 2020, until: 2090 })).ca;

    const { verdict } = await uat(['kept', 'browser', '--target', url, '--ca', ca, '--no-report'], {
      env: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: other },
    });

    expect(verdict).toMatchObject(bothTrusted);
    expect(proxy.asked.filter((one) => one.startsWith('CONNECT')).length).toBeGreaterThan(3);
  });

  test('in a file that cannot be read is a matter of configuration', async () => {
    const { exitCode, verdict } = await uat(['kept', '--target', platform().url, '--no-report'], {
      env: { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' },
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.trouble.join('\n')).toContain('NODE_EXTRA_CA_CERTS /nowhere/ca.pem is not a PEM file');
  });

  test('is not trusted without', async () => {
    const { exitCode, verdict } = await uat(['kept', '--target', platform().url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
  });
});
