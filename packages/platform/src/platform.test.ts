import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { identityHeaderNames } from './gateway/identity-headers.ts';
import { startPlatform, type Platform } from './start-platform.ts';
import { createApiClient, type Call } from './testing/api-client.ts';

let platform: Platform;
let call: Call;
let tokens: Record<'admin' | 'tester' | 'testuser', string>;
const log: string[] = [];

const signIn = async (username: string, password: string) =>
  call('POST', '/auth/token', { body: new URLSearchParams({ username, password }) });

const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

beforeAll(async () => {
  platform = await startPlatform({ log: (line) => log.push(line) });
  call = await createApiClient(platform.url);
  const [admin, tester, testuser] = await Promise.all(
    platform.accounts.map(
      async ({ username, password }) => (await signIn(username, password)).body.access_token,
    ),
  );
  tokens = { admin, tester, testuser };
});

afterAll(() => platform.close());

describe('open to everybody', () => {
  test.each([
    '/ping',
    '/openapi.json',
    '/auth/',
    '/auth/health',
    '/auth/jwks',
    '/security/public/config',
    '/node/node_status',
  ])('GET %s answers as the contract says', async (path) => {
    expect((await call('GET', path)).status).toBe(200);
  });

  test('the key set holds no private half', async () => {
    const { keys } = (await call('GET', '/auth/jwks')).body;

    expect(keys.map((key: object) => Object.keys(key).toSorted())).toEqual([
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
  });

  test('the greeting is found with and without the slash', async () => {
    expect((await fetch(`${platform.url}/api/auth`)).status).toBe(200);
  });
});

describe('roles', () => {
  test.each([
    ['/whoami', 200, 200, 200],
    ['/auth/users/me', 200, 200, 200],
    ['/auth/users/me/password-capability', 200, 200, 200],
    ['/auth/pat-config', 200, 200, 200],
    ['/auth/pats', 200, 200, 200],
    ['/models/', 200, 200, 200],
    ['/serving/status', 200, 200, 200],
    ['/serving/health', 200, 200, 200],
    ['/cluster/nodes', 200, 403, 403],
    ['/cluster/get_running_nodes', 200, 403, 403],
    ['/activity/activities/', 200, 403, 403],
    ['/auth/users/', 200, 403, 403],
    ['/auth/policy', 200, 403, 403],
    ['/security/admin/config', 200, 403, 403],
    ['/logger/platform', 200, 403, 403],
  ])('GET %s: admin %i, user %i, viewer %i, anonymous 401', async (path, admin, user, viewer) => {
    const answers = [tokens.admin, tokens.tester, tokens.testuser, undefined].map((token) =>
      call('GET', path, token === undefined ? {} : { token }),
    );

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([admin, user, viewer, 401]);
  });

  test('an unknown path is not there for an administrator and not theirs for others', async () => {
    const status = async (token: string) =>
      (await fetch(`${platform.url}/api/nothing`, { headers: { authorization: `Bearer ${token}` } })).status;

    expect([await status(tokens.admin), await status(tokens.tester)]).toEqual([404, 403]);
  });

  test.each([
    '/api/%63luster/nodes',
    '/api/models/..%2fcluster/nodes',
    '//api/cluster/nodes',
    '/api/./cluster/nodes',
  ])('another spelling of a path, %s, is no way round the policy', async (path) => {
    const answer = await fetch(`${platform.url}${path}`, {
      headers: { authorization: `Bearer ${tokens.testuser}` },
    });

    expect([403, 404]).toContain(answer.status);
  });

  test('the console is told who it is', async () => {
    const { body } = await call('GET', '/auth/users/me', { token: tokens.tester });

    expect(body).toMatchObject({
      username: 'tester',
      email: 'tester@kamiwaza.local',
      roles: ['user'],
      groups: [],
    });
  });

  test('sign-ins are in the record of activities', async () => {
    const { body } = await call('GET', '/activity/activities/', { token: tokens.admin });

    expect(body[0]).toMatchObject({ module: 'auth', apicall: 'POST /auth/token', action: 'sign-in' });
  });
});

describe('tokens', () => {
  test('an unknown user and a wrong password get the same answer', async () => {
    const [unknown, wrong] = [await signIn('nobody', 'x'), await signIn('admin', 'x')];

    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.status).toBe(401);
  });

  test('a form without password is named as such', async () => {
    const { status, body } = await call('POST', '/auth/token', {
      body: new URLSearchParams({ username: 'admin' }),
    });

    expect(status).toBe(422);
    expect(body.detail[0]).toMatchObject({ loc: ['body', 'password'], type: 'missing' });
  });

  test('a sign-in in JSON is no form', async () => {
    const { status, body } = await call(
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
        await call('POST', '/auth/token', {
          body: new URLSearchParams({ username: 'admin', password: 'kamiwaza', ...extra }),
        })
      ).status;

    expect(await refused({ client_id: 'other' })).toBe(401);
    expect(await refused({ client_secret: 'wrong' })).toBe(401);
    expect(await refused({ client_id: '', client_secret: '' })).toBe(200);
  });

  test('access tokens carry the claims of a Keycloak', async () => {
    const claims = JSON.parse(Buffer.from(tokens.admin.split('.')[1]!, 'base64url').toString());

    expect(claims).toMatchObject({
      iss: `${platform.url}/realms/kamiwaza`,
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
    const first = (await signIn('tester', 'testpass')).body;
    const second = await call('POST', `/auth/refresh?refresh_token=${first.refresh_token}`);

    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(second.headers.getSetCookie()).toEqual([]);
    expect((await call('GET', '/auth/users/me', { token: second.body.access_token })).status).toBe(200);
  });

  test('an unknown or missing refresh token is refused', async () => {
    expect((await call('POST', '/auth/refresh?refresh_token=nonsense')).status).toBe(401);
    expect((await call('POST', '/auth/refresh')).status).toBe(401);
  });

  test('signing out ends access and refresh token at once', async () => {
    const { access_token: token, refresh_token } = (await signIn('tester', 'testpass')).body;
    const { body } = await call('POST', '/auth/logout', { token });

    expect(body).toMatchObject({
      session_termination_requested: true,
      post_logout_redirect_uri: `${platform.url}/login`,
      front_channel_logout_url: expect.stringContaining(`${platform.url}/api/auth/logout/front-channel`),
    });
    expect((await call('GET', '/auth/users/me', { token })).status).toBe(401);
    expect((await call('POST', `/auth/refresh?refresh_token=${refresh_token}`)).status).toBe(401);
  });

  test('signing out ends one sign-in, not those of the same person elsewhere', async () => {
    const here = (await signIn('tester', 'testpass')).body;
    await call('POST', '/auth/logout', { token: here.access_token });

    expect((await call('GET', '/auth/users/me', { token: tokens.tester })).status).toBe(200);
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
    expect((await call('GET', '/auth/users/me', { token: forge(tokens.admin) })).status).toBe(401);
  });

  test('an ID token is no access token', async () => {
    const { id_token } = (await signIn('admin', 'kamiwaza')).body;

    expect((await call('GET', '/auth/users/me', { token: id_token })).status).toBe(401);
  });

  test('credentials of another scheme hide no cookie behind them', async () => {
    const headers = { authorization: 'Basic YWRtaW46eA==', cookie: `access_token=${tokens.admin}` };

    expect((await call('GET', '/auth/users/me', { headers })).status).toBe(401);
  });
});

describe('a password of one’s own', () => {
  const change = async (token: string, current_password: string, new_password: string) =>
    (await call('POST', '/auth/users/me/password', { token, ...json({ current_password, new_password }) }))
      .status;

  test('is changed by whoever knows the old one, to at least twelve characters', async () => {
    expect(await change(tokens.testuser, 'wrong', 'long enough, really')).toBe(400);
    expect(await change(tokens.testuser, 'testpass', 'short')).toBe(422);
    expect(await change(tokens.testuser, 'testpass', 'long enough, really')).toBe(200);

    expect((await signIn('testuser', 'testpass')).status).toBe(401);
    expect((await signIn('testuser', 'long enough, really')).status).toBe(200);
  });
});

describe('personal access tokens', () => {
  const create = (token: string, body: unknown) => call('POST', '/auth/pats', { token, ...json(body) });

  test('is shown once, listed without its secret, works, and stops working when revoked', async () => {
    const { body } = await create(tokens.tester, { name: 'ci', scope: 'write', ttl_seconds: 600 });
    const mine = { token: body.token };
    const listed = (await call('GET', '/auth/pats', { token: tokens.tester })).body.pats[0];
    expect(listed).toEqual(body.pat);
    expect((await call('GET', '/models/', mine)).status).toBe(200);

    await call('DELETE', `/auth/pats/${body.pat.jti}`, { token: tokens.tester });

    expect((await call('GET', '/models/', mine)).status).toBe(401);
    expect((await call('GET', '/auth/pats', { token: tokens.tester })).body.pats[0]).toMatchObject({
      revoked: true,
    });
  });

  test('may be described in the query too', async () => {
    const { body } = await call('POST', '/auth/pats?scope=write&ttl_seconds=3600&name=q', {
      token: tokens.tester,
    });

    expect(body.pat).toMatchObject({ scope: 'write', name: 'q', aud: 'kamiwaza-platform' });
  });

  test.each([
    ['admin', ['admin'], 200],
    ['write', ['user'], 403],
    ['openid', ['viewer'], 403],
  ])('of scope %s makes an administrator %s', async (scope, roles, cluster) => {
    const { token } = (await create(tokens.admin, { scope })).body;

    expect((await call('GET', '/whoami', { token })).body.roles).toEqual(roles);
    expect((await call('GET', '/cluster/nodes', { token })).status).toBe(cluster);
  });

  test.each([
    [{ ttl_seconds: 59 }],
    [{ ttl_seconds: 31_536_001 }],
    [{ scope: 'root' }],
    [{ name: 'x'.repeat(256) }],
    [[]],
  ])('%j is refused as invalid', async (body) => {
    expect((await create(tokens.tester, body)).status).toBe(422);
  });

  test('for another audience is made but not accepted', async () => {
    const { token, pat } = (await create(tokens.tester, { aud: 'elsewhere' })).body;

    expect(pat.aud).toBe('elsewhere');
    expect((await call('GET', '/auth/users/me', { token })).status).toBe(401);
  });

  test('makes no other token and revokes none but itself', async () => {
    const made = (await create(tokens.admin, { scope: 'write' })).body;
    const other = (await create(tokens.admin, { scope: 'admin' })).body;
    const mine = { token: made.token };

    expect((await create(made.token, { scope: 'openid' })).status).toBe(403);
    expect((await call('GET', '/auth/pat-config', mine)).body.available_scopes).toEqual([]);
    expect((await call('DELETE', `/auth/pats/${other.pat.jti}`, mine)).status).toBe(403);
    expect((await call('GET', '/models/', { token: other.token })).status).toBe(200);
    expect((await call('DELETE', `/auth/pats/${made.pat.jti}`, mine)).status).toBe(200);
    expect((await call('GET', '/models/', mine)).status).toBe(401);
  });

  test('of a body that leaves a field open takes what the query says', async () => {
    const query = '/auth/pats?scope=write&name=q';
    const { body } = await call('POST', query, { token: tokens.tester, ...json({ scope: null, name: 'b' }) });

    expect(body.pat).toMatchObject({ scope: 'write', name: 'b' });
  });

  test('of somebody else cannot be revoked', async () => {
    const { pat } = (await create(tokens.tester, {})).body;

    expect((await call('DELETE', `/auth/pats/${pat.jti}`, { token: tokens.admin })).status).toBe(404);
  });
});

describe('forward authentication', () => {
  const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  const spoofed = {
    'x-user-id': 'root',
    'x-user-roles': 'admin',
    'x-user-system-high': 'TS',
    'x-workroom-id': 'mine',
    'x-user-signature': 'x',
    'x-auth-token': 'x',
  };

  test.each(verbs)('%s is answered on all three addresses', async (verb) => {
    for (const path of ['/auth/validate', '/auth/forward/validate', '/auth/forward/validate/api/models/']) {
      const asked = verb === 'DELETE' && path.endsWith('models/') ? tokens.tester : tokens.testuser;
      const { status, headers } = await call(verb, path, {
        token: asked,
        headers: { 'x-forwarded-method': 'GET', ...spoofed },
      });
      expect([status, headers.get('x-workroom-id')]).toEqual([200, 'ffffffff-ffff-ffff-ffff-ffffffffffff']);
      expect((await call(verb, path)).status).toBe(401);
    }
  });

  test.each([
    ['viewer', '/api/models/?load_files=true', 'GET', 200],
    ['viewer', '/api/models/1', 'DELETE', 403],
    ['viewer', '/api/cluster/nodes', 'GET', 403],
    ['viewer', '/api/models/../cluster/nodes', 'GET', 403],
    ['viewer', '/runtime/elsewhere', 'GET', 403],
    ['anonymous', '/api/ping', 'GET', 200],
    ['anonymous', '/api/models/', 'GET', 401],
  ])('%s asking for %s by %s gets %i', async (role, uri, method, expected) => {
    const headers = { 'x-forwarded-uri': uri, 'x-forwarded-method': method };
    const options = role === 'viewer' ? { token: tokens.testuser, headers } : { headers };

    expect((await call('GET', '/auth/validate', options)).status).toBe(expected);
  });

  test('what a client claims to be never comes out', async () => {
    const { headers } = await call('GET', '/auth/validate', { token: tokens.testuser, headers: spoofed });

    expect(headers.get('x-user-roles')).toBe('viewer');
    expect(headers.get('x-user-name')).toBe('testuser');
    expect([headers.get('x-user-system-high'), headers.get('x-auth-token')]).toEqual(['', '']);
    expect(headers.get('x-user-signature')).toMatch(/^[0-9a-f]{64}$/);
    expect((await call('GET', '/whoami', { token: tokens.testuser, headers: spoofed })).body.roles).toEqual([
      'viewer',
    ]);
  });

  test('each name a gateway might copy comes out, for those who are not signed in too', async () => {
    const asked = { headers: { 'x-forwarded-uri': '/api/ping', 'x-forwarded-method': 'GET', ...spoofed } };
    for (const { status, headers } of [
      await call('GET', '/auth/validate', asked),
      await call('GET', '/auth/validate', { token: tokens.testuser, ...asked }),
    ]) {
      expect(status).toBe(200);
      expect(identityHeaderNames.filter((name) => headers.get(name) === null)).toEqual([]);
      expect(Object.entries(spoofed).filter(([name, value]) => headers.get(name) === value)).toEqual([]);
    }
  });

  test.each([
    ['/api/models/%252e%252e', 200],
    ['/api/models/%252f', 200],
    ['/api/models/%2fx', 403],
    ['/api/cluster/nodes?x=/api/models/', 403],
    ['/api/models/?x=/api/cluster/', 200],
  ])('an appended path %s is read as it came: %i', async (path, expected) => {
    const { status } = await call('GET', `/auth/forward/validate${path}`, { token: tokens.testuser });

    expect(status).toBe(expected);
  });

  test('an appended path behind an address spelled otherwise is denied', async () => {
    const asked = await fetch(`${platform.url}/api/auth/%66orward/validate/api/models/`, {
      headers: { authorization: `Bearer ${tokens.testuser}` },
    });

    expect(asked.status).toBe(403);
  });

  test('claims without a token are nothing', async () => {
    expect((await call('GET', '/whoami', { headers: spoofed })).status).toBe(401);
  });

  test('the body of the held request does not matter', async () => {
    const body = '{ not json';
    const headers = { 'content-type': 'application/json' };

    expect((await call('POST', '/auth/validate', { token: tokens.admin, body, headers })).status).toBe(200);
  });
});

describe('answers', () => {
  test('a request id is echoed when it is harmless and made up otherwise', async () => {
    const id = async (given: string) =>
      (await call('GET', '/ping', { headers: { 'x-request-id': given } })).headers.get('x-request-id');

    expect(await id('run-7.a')).toBe('run-7.a');
    expect(await id('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('carry the usual security headers', async () => {
    const { headers } = await fetch(platform.url);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a page of the console is the console, a missing file or API is not', async () => {
    const get = async (path: string, accept: string) =>
      (await fetch(`${platform.url}${path}`, { headers: { accept } })).status;

    expect(await get('/cluster/home', 'text/html')).toBe(200);
    expect(await get('/assets/none.js', '*/*')).toBe(404);
    expect(await get('/api/none', 'text/html')).toBe(401);
    expect(await get('/realms/none', 'text/html')).toBe(404);
  });

  test.each([
    ['application/json', '{', 'json_invalid'],
    ['application/json', '', 'missing'],
    ['application/xml', '<x/>', 'model_attributes_type'],
  ])('a body of %s that is %j is a 422 of its own type', async (type, body, expected) => {
    const headers = { 'content-type': type };
    const answer = await call('POST', '/auth/users/local', { token: tokens.admin, headers, body });

    expect([answer.status, answer.body.detail[0].type]).toEqual([422, expected]);
  });

  test('a request that needs no body may say that an empty one is JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await call('DELETE', '/auth/pats/none', { token: tokens.admin, headers, body: '' });

    expect(answer.status).toBe(404);
  });

  test('a page of the realm may run its own script and no other', async () => {
    const answer = await fetch(`${platform.url}/realms/kamiwaza/protocol/openid-connect/logout`);
    const script = /<script>([^]*?)<\/script>/.exec(await answer.text())?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');

    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
  });

  test('no request of this file made the platform fail inside', () => {
    expect(log).toEqual([]);
  });
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
