import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, test } from 'vitest';

import { testedPlatform, type TestedPlatform } from '../testing/tested-platform.ts';

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
    expect((await tested.call('GET', path)).status).toBe(200);
  });

  test('the key set holds no private half', async () => {
    const { keys } = (await tested.call('GET', '/auth/jwks')).body;

    expect(keys.map((key: object) => Object.keys(key).toSorted())).toEqual([
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
  });

  test('the greeting is found with and without the slash', async () => {
    expect((await fetch(`${tested.url}/api/auth`)).status).toBe(200);
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
  ])('GET %s: admin %i, user %i, viewer %i, anonymous 401', async (path, asAdmin, asUser, asViewer) => {
    const answers = [admin, tester, testuser, undefined].map((token) =>
      tested.call('GET', path, token === undefined ? {} : { token }),
    );

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([
      asAdmin,
      asUser,
      asViewer,
      401,
    ]);
  });

  test('an unknown path is not there for an administrator and not theirs for others', async () => {
    const status = async (token: string) =>
      (await fetch(`${tested.url}/api/nothing`, { headers: { authorization: `Bearer ${token}` } })).status;

    expect([await status(admin), await status(tester)]).toEqual([404, 403]);
  });

  test.each([
    '/api/%63luster/nodes',
    '/api/models/..%2fcluster/nodes',
    '//api/cluster/nodes',
    '/api/./cluster/nodes',
  ])('another spelling of a path, %s, is no way round the policy', async (path) => {
    const answer = await fetch(`${tested.url}${path}`, {
      headers: { authorization: `Bearer ${testuser}` },
    });

    expect([403, 404]).toContain(answer.status);
  });

  test('the console is told who it is', async () => {
    const { body } = await tested.call('GET', '/auth/users/me', { token: tester });

    expect(body).toMatchObject({
      username: 'tester',
      email: 'tester@kamiwaza.local',
      roles: ['user'],
      groups: [],
    });
  });

  test('sign-ins are in the record of activities', async () => {
    const { body } = await tested.call('GET', '/activity/activities/', { token: admin });

    expect(body[0]).toMatchObject({ module: 'auth', apicall: 'POST /auth/token', action: 'sign-in' });
  });
});

describe('answers', () => {
  test('a request id is echoed when it is harmless and made up otherwise', async () => {
    const id = async (given: string) =>
      (await tested.call('GET', '/ping', { headers: { 'x-request-id': given } })).headers.get('x-request-id');

    expect(await id('run-7.a')).toBe('run-7.a');
    expect(await id('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('carry the usual security headers', async () => {
    const { headers } = await fetch(tested.url);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a page of the console is the console, a missing file or API is not', async () => {
    const get = async (path: string, accept: string) =>
      (await fetch(`${tested.url}${path}`, { headers: { accept } })).status;

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
    const answer = await tested.call('POST', '/auth/users/local', { token: admin, headers, body });

    expect([answer.status, answer.body.detail[0].type]).toEqual([422, expected]);
  });

  test('a request that needs no body may say that an empty one is JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await tested.call('DELETE', '/auth/pats/none', { token: admin, headers, body: '' });

    expect(answer.status).toBe(404);
  });

  test('a page of the realm may run its own script and no other', async () => {
    const answer = await fetch(`${tested.url}/realms/kamiwaza/protocol/openid-connect/logout`);
    const script = /<script>([^]*?)<\/script>/.exec(await answer.text())?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');

    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
  });

  test('no request of this file made the platform fail inside', () => {
    expect(tested.complaints).toEqual([]);
  });
});
