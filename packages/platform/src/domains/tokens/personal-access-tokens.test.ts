import { beforeAll, describe, expect, test } from 'vitest';

import { testedPlatform, json, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let tester: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, tester] = await Promise.all([tested.token('admin'), tested.token('tester')]);
});

describe('personal access tokens', () => {
  const create = (token: string, body: unknown) =>
    tested.call('POST', '/auth/pats', { token, ...json(body) });

  test('is shown once, listed without its secret, works, and stops working when revoked', async () => {
    const { body } = await create(tester, { name: 'ci', scope: 'write', ttl_seconds: 600 });
    const mine = { token: body.token };
    const listed = (await tested.call('GET', '/auth/pats', { token: tester })).body.pats[0];
    expect(listed).toEqual(body.pat);
    expect((await tested.call('GET', '/models/', mine)).status).toBe(200);

    await tested.call('DELETE', `/auth/pats/${body.pat.jti}`, { token: tester });

    expect((await tested.call('GET', '/models/', mine)).status).toBe(401);
    expect((await tested.call('GET', '/auth/pats', { token: tester })).body.pats[0]).toMatchObject({
      revoked: true,
    });
  });

  test('may be described in the query too', async () => {
    const { body } = await tested.call('POST', '/auth/pats?scope=write&ttl_seconds=3600&name=q', {
      token: tester,
    });

    expect(body.pat).toMatchObject({ scope: 'write', name: 'q', aud: 'kamiwaza-platform' });
  });

  test.each([
    ['admin', ['admin'], 200],
    ['write', ['user'], 403],
    ['openid', ['viewer'], 403],
  ])('of scope %s makes an administrator %s', async (scope, roles, cluster) => {
    const { token } = (await create(admin, { scope })).body;

    expect((await tested.call('GET', '/whoami', { token })).body.roles).toEqual(roles);
    expect((await tested.call('GET', '/cluster/nodes', { token })).status).toBe(cluster);
  });

  test.each([
    [{ ttl_seconds: 59 }],
    [{ ttl_seconds: 31_536_001 }],
    [{ scope: 'root' }],
    [{ name: 'x'.repeat(256) }],
    [[]],
  ])('%j is refused as invalid', async (body) => {
    expect((await create(tester, body)).status).toBe(422);
  });

  test('for another audience is made but not accepted', async () => {
    const { token, pat } = (await create(tester, { aud: 'elsewhere' })).body;

    expect(pat.aud).toBe('elsewhere');
    expect((await tested.call('GET', '/auth/users/me', { token })).status).toBe(401);
  });

  test('makes no other token and revokes none but itself', async () => {
    const made = (await create(admin, { scope: 'write' })).body;
    const other = (await create(admin, { scope: 'admin' })).body;
    const mine = { token: made.token };

    expect((await create(made.token, { scope: 'openid' })).status).toBe(403);
    expect((await tested.call('GET', '/auth/pat-config', mine)).body.available_scopes).toEqual([]);
    expect((await tested.call('DELETE', `/auth/pats/${other.pat.jti}`, mine)).status).toBe(403);
    expect((await tested.call('GET', '/models/', { token: other.token })).status).toBe(200);
    expect((await tested.call('DELETE', `/auth/pats/${made.pat.jti}`, mine)).status).toBe(200);
    expect((await tested.call('GET', '/models/', mine)).status).toBe(401);
  });

  test('of a body that leaves a field open takes what the query says', async () => {
    const query = '/auth/pats?scope=write&name=q';
    const { body } = await tested.call('POST', query, { token: tester, ...json({ scope: null, name: 'b' }) });

    expect(body.pat).toMatchObject({ scope: 'write', name: 'b' });
  });

  test('of somebody else cannot be revoked', async () => {
    const { pat } = (await create(tester, {})).body;

    expect((await tested.call('DELETE', `/auth/pats/${pat.jti}`, { token: admin })).status).toBe(404);
  });
});

test('no request of this file made the platform fail inside', () => {
  expect(tested.complaints).toEqual([]);
});
