import { describe, expect, test } from 'vitest';
import { asAdmin, sharedPlatform } from './support/shared-platform.ts';
import { startCommand, uat } from './support/spawn-uat.ts';
import { kamiwazaLike, stubServer } from '@uat/testing';

const platform = sharedPlatform();

describe('credentials that are missing', () => {
  test('leave what needs them unproven, and nothing red', async () => {
    const { exitCode, verdict } = await uat(
      ['missing-credentials', '--target', platform().url, '--grant', 'users', '--no-report'],
      { env: { UAT_USER_TOKEN: 'an-unused-token' } },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 4, kind: 'empty' });
    expect(verdict.notEligible.map(({ requires, reason }) => ({ requires, reason }))).toEqual([
      { requires: 'role:user', reason: expect.stringContaining('knows the role user by a token only') },
      { requires: 'role:admin', reason: expect.stringContaining('has no credentials for the role admin') },
    ]);
  });
});

describe('credentials that are wrong', () => {
  test('are a matter of configuration also when the console needs them first', async () => {
    const { exitCode, verdict } = await uat(['console-sign-in', '--target', platform().url, '--no-report'], {
      env: { ...asAdmin, KAMIWAZA_PASSWORD: 'not the password' },
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
    expect(verdict.failures).toEqual([
      expect.objectContaining({
        class: 'configuration',
        layer: 'identity',
        error: expect.stringContaining('refuses the credentials of the role admin'),
      }),
    ]);
  });
});

const me = '{"username":"admin","sub":"1","roles":["admin"],"groups":[]}';

describe('a sign-in that the target breaks', () => {
  test('by refusing what it has just accepted is a regression', async () => {
    let signIns = 0;
    await using forgetful = await stubServer(
      kamiwazaLike((request, response) => {
        if (request.url === '/api/auth/users/me') return void response.end('{"username":"admin"}');
        if (request.url !== '/api/auth/token') return void response.writeHead(404).end('{"detail":"No"}');
        signIns += 1;
        if (signIns > 1) return void response.writeHead(401).end('{"detail":"Invalid credentials"}');
        response.end('{"access_token":"a.b.c","token_type":"bearer","expires_in":3600}');
      }),
    );

    const { exitCode, verdict } = await uat(['second-sign-in', '--target', forgetful.url, '--no-report'], {
      env: asAdmin,
    });

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.failures).toEqual([
      expect.objectContaining({ class: 'product', error: expect.stringContaining('401') }),
    ]);
  });

  test.each([
    {
      what: 'letting in once',
      takes: (signIn: number) => signIn === 1,
    },
    { what: 'refusing once', takes: (signIn: number) => signIn > 1 },
  ])('by $what, while another worker meets the opposite, is a regression', async ({ takes }) => {
    let signIns = 0;
    await using moody = await stubServer(
      kamiwazaLike((request, response) => {
        if (request.url === '/api/auth/users/me') return void response.end(me);
        if (request.url !== '/api/auth/token') return void response.writeHead(404).end('{"detail":"No"}');
        signIns += 1;
        if (!takes(signIns)) return void response.writeHead(401).end('{"detail":"Invalid credentials"}');
        response.end('{"access_token":"a.b.c","token_type":"bearer","expires_in":3600}');
      }),
    );

    const { exitCode, verdict } = await uat(
      ['two-workers', '--target', moody.url, '--workers', '1', '--no-report'],
      { env: asAdmin },
    );

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 2, passed: 1, failed: 1 });
    expect(verdict.failures).toEqual([
      expect.objectContaining({
        class: 'product',
        error: expect.stringContaining(
          'The credentials are valid: the target accepts them elsewhere in this run.',
        ),
      }),
    ]);
  });

  test('in the browser is tried twice, and leaves what needs it not run', async () => {
    const { exitCode, verdict } = await uat([
      'shut-console',
      ...['--fault', 'A12', '--workers', '1', '--no-report'],
    ]);

    expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
    expect(verdict.counts).toMatchObject({ discovered: 5, failed: 2, notRun: 3 });
    expect(new Set(verdict.failures.map(({ error }) => error))).toEqual(
      new Set([
        expect.stringMatching(
          /^no browser can sign in as admin: .* without a session, which says: The platform signed you in, but/,
        ),
      ]),
    );
    expect(verdict.trouble).toEqual([
      '3 tests did not run: no browser can sign in as admin, as earlier tests show',
    ]);
  });

  test('shows in doctor as it would in a run', async () => {
    await using broken = await stubServer(
      kamiwazaLike(
        (_request, response) => void response.writeHead(500).end('{"detail":"Internal Server Error"}'),
      ),
    );

    const { exitCode, stdout } = await startCommand(['doctor', '--target', broken.url, '--json', '-'], {
      env: asAdmin,
    });

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'target', state: 'ok' }),
        expect.objectContaining({ check: 'role admin', state: 'failed', exitCode: 1 }),
      ]),
    });
  });
});
