import { beforeAll, describe, expect, test } from 'vitest';

import { testedPlatform, json, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let tester: string;
let testuser: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, tester, testuser] = await Promise.all([
    tested.token('admin'),
    tested.token('tester'),
    tested.token('testuser'),
  ]);
});

describe('tokens', () => {
  test('an unknown user and a wrong password get the same answer', async () => {
    const [unknown, wrong] = [await tested.signIn('nobody', 'x'), await tested.signIn('admin', 'x')];

    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.status).toBe(401);
  });

  test('a form without password is named as such', async () => {
    const { status, body } = await tested.call('POST', '/auth/token', {
      body: new URLSearchParams({ username: 'admin' }),
    });

    expect(status).toBe(422);
    expect(body.detail[0]).toMatchObject({ loc: ['body', 'password'], type: 'missing' });
  });

  test('a sign-in in JSON is no form', async () => {
    const { status, body } = await tested.call(
      'POST',
      '/auth/token',
      json({ username: 'admin', password: 'kamiwaza' }),
    );

    expect(status).toBe(422);
    expect(body.detail).toMatchObject([{ loc: ['body', 'username'] }, { loc: ['body', 'password'] }]);
  });

  test('another client or a wrong client secret is refused', async () => {
    const refused = async (extra: object) =>
      (
        await tested.call('POST', '/auth/token', {
          body: new URLSearchParams({ username: 'admin', password: 'kamiwaza', ...extra }),
        })
      ).status;

    expect(await refused({ client_id: 'other' })).toBe(401);
    expect(await refused({ client_secret: 'wrong' })).toBe(401);
    expect(await refused({ client_id: '', client_secret: '' })).toBe(200);
  });

  test('access tokens carry the claims of a Keycloak', async () => {
    const claims = JSON.parse(Buffer.from(admin.split('.')[1]!, 'base64url').toString());

    expect(claims).toMatchObject({
      iss: `${tested.url}/realms/kamiwaza`,
      aud: 'kamiwaza-platform',
      azp: 'kamiwaza-platform',
      typ: 'Bearer',
      preferred_username: 'admin',
      realm_access: { roles: ['admin'] },
    });
    expect(claims.exp - claims.iat).toBe(3600);
    expect(claims.sid).toBeTypeOf('string');
  });

  test('a refresh gives another pair of tokens', async () => {
    const first = (await tested.signIn('tester', 'testpass')).body;
    const second = await tested.call('POST', `/auth/refresh?refresh_token=${first.refresh_token}`);

    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(second.headers.getSetCookie()).toEqual([]);
    expect((await tested.call('GET', '/auth/users/me', { token: second.body.access_token })).status).toBe(
      200,
    );
  });

  test('an unknown or missing refresh token is refused', async () => {
    expect((await tested.call('POST', '/auth/refresh?refresh_token=nonsense')).status).toBe(401);
    expect((await tested.call('POST', '/auth/refresh')).status).toBe(401);
  });

  test('signing out ends access and refresh token at once', async () => {
    const { access_token: token, refresh_token } = (await tested.signIn('tester', 'testpass')).body;
    const { body } = await tested.call('POST', '/auth/logout', { token });

    expect(body).toMatchObject({
      session_termination_requested: true,
      post_logout_redirect_uri: `${tested.url}/login`,
      front_channel_logout_url: expect.stringContaining(`${tested.url}/api/auth/logout/front-channel`),
    });
    expect((await tested.call('GET', '/auth/users/me', { token })).status).toBe(401);
    expect((await tested.call('POST', `/auth/refresh?refresh_token=${refresh_token}`)).status).toBe(401);
  });

  test('signing out ends one sign-in, not those of the same person elsewhere', async () => {
    const here = (await tested.signIn('tester', 'testpass')).body;
    await tested.call('POST', '/auth/logout', { token: here.access_token });

    expect((await tested.call('GET', '/auth/users/me', { token: tester })).status).toBe(200);
  });

  test.each([
    ['unsigned', (token: string) => `${encode({ alg: 'none' })}.${token.split('.')[1]}.`],
    [
      'with other claims',
      (token: string) => token.replace(/\.[^.]+\./, `.${encode({ sub: 'x', aud: 'kamiwaza-platform' })}.`),
    ],
    ['cut short', (token: string) => token.slice(0, -4)],
    ['nonsense', () => 'nonsense'],
  ])('a token that is %s is refused', async (_how, forge) => {
    expect((await tested.call('GET', '/auth/users/me', { token: forge(admin) })).status).toBe(401);
  });

  test('an ID token is no access token', async () => {
    const { id_token } = (await tested.signIn('admin', 'kamiwaza')).body;

    expect((await tested.call('GET', '/auth/users/me', { token: id_token })).status).toBe(401);
  });

  test('credentials of another scheme hide no cookie behind them', async () => {
    const headers = { authorization: 'Basic YWRtaW46eA==', cookie: `access_token=${admin}` };

    expect((await tested.call('GET', '/auth/users/me', { headers })).status).toBe(401);
  });
});

describe('a password of one’s own', () => {
  const change = async (token: string, current_password: string, new_password: string) =>
    (
      await tested.call('POST', '/auth/users/me/password', {
        token,
        ...json({ current_password, new_password }),
      })
    ).status;

  test('is changed by a user who knows the old one, to at least twelve characters', async () => {
    expect(await change(testuser, 'wrong', 'long enough, really')).toBe(400);
    expect(await change(testuser, 'testpass', 'short')).toBe(422);
    expect(await change(testuser, 'testpass', 'long enough, really')).toBe(200);

    expect((await tested.signIn('testuser', 'testpass')).status).toBe(401);
    expect((await tested.signIn('testuser', 'long enough, really')).status).toBe(200);
  });
});

test('no request of this file made the platform fail inside', () => {
  expect(tested.complaints).toEqual([]);
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
