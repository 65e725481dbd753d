import { beforeAll, describe, expect, test } from 'vitest';

import { identityHeaderNames } from './identity-headers.ts';
import { testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

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
      const asked = verb === 'DELETE' && path.endsWith('models/') ? tester : testuser;
      const { status, headers } = await tested.call(verb, path, {
        token: asked,
        headers: { 'x-forwarded-method': 'GET', ...spoofed },
      });
      expect([status, headers.get('x-workroom-id')]).toEqual([200, 'ffffffff-ffff-ffff-ffff-ffffffffffff']);
      expect((await tested.call(verb, path)).status).toBe(401);
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
    const options = role === 'viewer' ? { token: testuser, headers } : { headers };

    expect((await tested.call('GET', '/auth/validate', options)).status).toBe(expected);
  });

  test('what a client claims to be never comes out', async () => {
    const { headers } = await tested.call('GET', '/auth/validate', { token: testuser, headers: spoofed });

    expect(headers.get('x-user-roles')).toBe('viewer');
    expect(headers.get('x-user-name')).toBe('testuser');
    expect([headers.get('x-user-system-high'), headers.get('x-auth-token')]).toEqual(['', '']);
    expect(headers.get('x-user-signature')).toMatch(/^[0-9a-f]{64}$/);
    expect((await tested.call('GET', '/whoami', { token: testuser, headers: spoofed })).body.roles).toEqual([
      'viewer',
    ]);
  });

  test('each name a gateway might copy comes out, for those who are not signed in too', async () => {
    const asked = { headers: { 'x-forwarded-uri': '/api/ping', 'x-forwarded-method': 'GET', ...spoofed } };
    for (const { status, headers } of [
      await tested.call('GET', '/auth/validate', asked),
      await tested.call('GET', '/auth/validate', { token: testuser, ...asked }),
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
    const { status } = await tested.call('GET', `/auth/forward/validate${path}`, { token: testuser });

    expect(status).toBe(expected);
  });

  test('an appended path behind an address spelled otherwise is denied', async () => {
    const asked = await fetch(`${tested.url}/api/auth/%66orward/validate/api/models/`, {
      headers: { authorization: `Bearer ${testuser}` },
    });

    expect(asked.status).toBe(403);
  });

  test('claims without a token are nothing', async () => {
    expect((await tested.call('GET', '/whoami', { headers: spoofed })).status).toBe(401);
  });

  test('the body of the held request does not matter', async () => {
    const body = '{ not json';
    const headers = { 'content-type': 'application/json' };

    expect((await tested.call('POST', '/auth/validate', { token: admin, body, headers })).status).toBe(200);
  });
});

test('no request of this file made the platform fail inside', () => {
  expect(tested.complaints).toEqual([]);
});
