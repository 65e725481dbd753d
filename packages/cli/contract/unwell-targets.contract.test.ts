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

  test('that dies and comes back after five seconds is infrastructure, with what was judged', async () => {
    let downUntil: number | undefined;
    let asked = 0;
    const health = {
      status: 'healthy',
      version: '1.2.0',
      uptime: 1,
      KAMIWAZA_USE_AUTH: true,
      jwks_cache_status: 'ready',
    };
    const alive = kamiwazaLike((_request, response) => void response.end(JSON.stringify(health)));
    await using restarting = await stubServer((request, response) => {
      asked += request.url === '/api/auth/health' ? 1 : 0;
      // Once for uat at the start, once for a test; then it dies.
      if (asked === 3) downUntil ??= Date.now() + 5_000;
      const down = downUntil !== undefined && Date.now() < downUntil;
      // A probe may come late on a busy machine, and must still find what the failed test found.
      const probed = downUntil !== undefined && request.url === '/api/ping';
      if (down || probed) request.socket.destroy();
      else alive(request, response);
    });

    const { exitCode, verdict } = await uat([
      ...['kept', '--grep', 'the target answers', '--target', restarting.url, '--no-report'],
      ...['--workers', '1', '--', '--repeat-each', '12'],
    ]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 3, kind: 'infrastructure' });
    expect(verdict.counts).toMatchObject({ discovered: 12, notRun: 0 });
    expect(verdict.counts.passed, 'before and after').toBeGreaterThan(1);
    expect(new Set(verdict.failures.map((failure) => failure.class))).toEqual(new Set(['infrastructure']));
    expect(verdict.trouble.join('\n')).toContain('/api/ping failed');
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
