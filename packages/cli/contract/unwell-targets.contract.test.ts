import { describe, expect, test } from 'vitest';
import { sharedPlatform } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';
import { kamiwazaLike, stubServer } from '@uat/testing';

describe('a target', () => {
  test('that takes ten seconds for everything is infrastructure at the start', async () => {
    await using slow = await stubServer((_request, response) => {
      setTimeout(() => response.end('{}'), 10_000).unref();
    });

    const { exitCode, verdict } = await uat(['kept', '--target', slow.url]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('no answer within 5 s');
  });

  test('that sends the API around in circles breaks a promise', async () => {
    await using circling = await stubServer(
      kamiwazaLike((request, response) => void response.writeHead(302, { location: request.url }).end()),
    );

    const { exitCode, verdict } = await uat(['kept', '--target', circling.url, '--no-report']);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.failures).toEqual([
      expect.objectContaining({ class: 'product', error: expect.stringContaining('302') }),
    ]);
  });

  test('that redirects even the ping in a loop is not a Kamiwaza', async () => {
    await using circling = await stubServer(
      (request, response) => void response.writeHead(302, { location: request.url }).end(),
    );

    const { exitCode, verdict } = await uat(['kept', '--target', circling.url]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.trouble.join('\n')).toContain('answered 302');
  });
});

describe('a machine', () => {
  const platform = sharedPlatform();

  test('whose browser is none is infrastructure', async () => {
    const { exitCode, verdict } = await uat(['browser', '--target', platform().url, '--no-report'], {
      env: { UAT_BROWSER: '/bin/true' },
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.failures).toEqual([
      expect.objectContaining({
        class: 'infrastructure',
        error: expect.stringContaining('browserType.launch'),
      }),
    ]);
  });
});
