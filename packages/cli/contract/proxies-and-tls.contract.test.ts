import { describe, expect, test } from 'vitest';
import { certificate } from './certificates.ts';
import { countingProxy } from './counting-proxy.ts';
import { sharedPlatform } from './shared-platform.ts';
import { uat } from './spawn-uat.ts';
import { kamiwazaLike, stubTarget } from './stub-target.ts';

const nothingElse = kamiwazaLike((_request, response) => void response.writeHead(404).end('{"detail":"No"}'));

describe('a proxy', () => {
  const platform = sharedPlatform();

  test('is asked for an attached target, by uat, by the tests and by the browser', async () => {
    await using proxy = await countingProxy(platform().url);

    // Only the proxy knows where this is.
    const { exitCode, verdict } = await uat(
      ['kept', 'browser', '--target', 'http://kamiwaza.invalid', '--no-report'],
      {
        env: { HTTP_PROXY: proxy.url },
      },
    );

    expect({ exitCode, kind: verdict.kind, trouble: verdict.trouble }).toEqual({
      exitCode: 0,
      kind: 'pass',
      trouble: [],
    });
    expect(proxy.asked.join('\n')).toContain('kamiwaza.invalid');
  });

  test('is not asked for the embedded platform', async () => {
    await using proxy = await countingProxy(platform().url);
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' };

    const { verdict } = await uat(['kept', 'browser', '--no-report'], { env });

    expect(verdict.kind).toBe('pass');
    expect(proxy.asked).toEqual([]);
  });

  test('is not asked for what NO_PROXY names', async () => {
    await using proxy = await countingProxy(platform().url);
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };

    const { verdict } = await uat(['kept', '--target', platform().url, '--no-report'], { env });

    expect(verdict.kind).toBe('pass');
    expect(proxy.asked).toEqual([]);
  });
});

describe('a certificate', () => {
  test.each([
    { what: 'that has expired', years: { from: 2020, until: 2021 }, trusted: true, says: /expired/ },
    { what: 'of a stranger', years: { from: 2020, until: 2090 }, trusted: false, says: /certificate/ },
  ])('$what is infrastructure, and the reason is told', async ({ years, trusted, says }) => {
    const made = await certificate(years);
    await using target = await stubTarget(nothingElse, made);
    const ca = trusted ? ['--ca', made.ca] : [];

    const { exitCode, verdict } = await uat(['kept', '--target', target.url, ...ca, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toMatch(says);
  });
});

describe('a private certificate authority', () => {
  const platform = sharedPlatform('--tls');

  test('is trusted with --ca, also by the browser', async () => {
    const { url, ca = 'none' } = platform();

    const { exitCode, verdict } = await uat(['kept', 'browser', '--target', url, '--ca', ca, '--no-report']);

    expect({ exitCode, kind: verdict.kind, trouble: verdict.trouble }).toEqual({
      exitCode: 0,
      kind: 'pass',
      trouble: [],
    });
    expect(verdict.counts).toMatchObject({ passed: 3 });
  });

  test('is not trusted without', async () => {
    const { exitCode, verdict } = await uat(['kept', '--target', platform().url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
  });
});
