import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
beforeAll(async () => void (tested = await testedPlatform()));
afterAll(() => tested[Symbol.asyncDispose]());

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function deploy(token: string, ephemeral: boolean, on = tested) {
  const [{ id: template_id }] = (await on.call('GET', '/apps/app_templates', { token })).body;
  return on.call('POST', '/apps/deploy_app', {
    ...json({ name: 'an app', template_id, is_ephemeral_session: ephemeral }),
    headers: { 'content-type': 'application/json', ...bearer(token) },
  });
}
const deployed = async (token: string, ephemeral = false) =>
  (await deploy(token, ephemeral)).body.id as string;
const page = (id: string, headers: Record<string, string>, on = tested) =>
  fetch(`${on.url}/runtime/apps/${id}/`, { headers });
const known = async (id: string) =>
  (await tested.call('GET', `/apps/deployment/${id}`, { token: await tested.token('admin') })).status;

describe('an app', () => {
  test('says who is asking, whatever the caller claims', async () => {
    const id = await deployed(await tested.token('tester'));
    const token = await tested.token('testuser');

    const answer = await page(id, { ...bearer(token), 'x-user-id': 'me', 'x-user-roles': 'admin' });

    expect(await answer.json()).toMatchObject({
      user_id: claimsOf(token).sub,
      username: 'testuser',
      roles: ['viewer'],
    });
  });

  test('is refused to anonymous callers, and an unknown app is not found', async () => {
    const token = await tested.token('tester');

    expect((await page(await deployed(token), {})).status).toBe(401);
    expect((await page(crypto.randomUUID(), bearer(token))).status).toBe(404);
  });

  test('is announced as deprecated where it is deployed', async () => {
    const { headers } = await deploy(await tested.token('tester'), false);

    expect(headers.get('deprecation')).toBe('true');
    expect(headers.get('warning')).toContain('POST /extensions');
  });

  test('needs a template, and a role that may deploy', async () => {
    const headers = { 'content-type': 'application/json', ...bearer(await tested.token('tester')) };
    const bogus = { name: 'x', template_id: crypto.randomUUID() };

    expect((await tested.call('POST', '/apps/deploy_app', { ...json(bogus), headers })).status).toBe(400);
    expect((await deploy(await tested.token('admin'), false)).status).toBe(200);
    const viewer = { ...headers, ...bearer(await tested.token('testuser')) };
    expect((await tested.call('POST', '/apps/deploy_app', { ...json(bogus), headers: viewer })).status).toBe(
      403,
    );
  });

  test('that is stopped answers no more but is known, one that is purged is not', async () => {
    const token = await tested.token('tester');
    const [stopped, purged] = [await deployed(token), await deployed(token)];
    await tested.call('DELETE', `/apps/deployment/${stopped}`, { token });
    await tested.call('DELETE', `/apps/deployment/${purged}/purge`, { token });

    const status = (await tested.call('GET', `/apps/deployment/${stopped}/status`, { token })).body;
    expect([status, await known(purged)]).toEqual(['STOPPED', 404]);
    for (const id of [stopped, purged]) expect((await page(id, bearer(token))).status).toBe(404);
  });

  test('of a workroom is for its members', async () => {
    const token = await tested.token('tester');
    const headers = { 'content-type': 'application/json', ...bearer(token) };
    const room = await tested.call('POST', '/workrooms/', {
      ...json({ name: 'x', type: 'persistent' }),
      headers,
    });
    await tested.call('POST', `/workrooms/${room.body.id}/enter`, { token });
    const id = await deployed(token);

    const stranger = await tested.token('testuser');
    expect((await page(id, bearer(token))).status).toBe(200);
    expect((await page(id, bearer(stranger))).status).toBe(403);
    expect((await tested.call('GET', `/apps/deployment/${id}`, { token: stranger })).status).toBe(403);
    expect((await tested.call('GET', '/apps/deployments', { token: stranger })).body).not.toContainEqual(
      expect.objectContaining({ id }),
    );
    await tested.call('DELETE', `/workrooms/${room.body.id}`, { token });
    expect([(await page(id, bearer(token))).status, await known(id)]).toEqual([404, 404]);
  });
});

describe('a session that ends', () => {
  const ends: [how: string, end: (token: string) => Promise<unknown>][] = [
    ['by signing out', (token) => tested.call('POST', '/auth/logout', { token })],
    [
      'by an administrator',
      async (token) =>
        tested.call('DELETE', `/auth/sessions/${claimsOf(token).sid}`, {
          token: await tested.token('admin'),
        }),
    ],
  ];
  test.each(ends)('%s takes its ephemeral apps along and no others', async (_how, end) => {
    const [token, other] = [await tested.token('tester'), await tested.token('tester')];
    const [gone, lasting, another] = [
      await deployed(token, true),
      await deployed(token),
      await deployed(other, true),
    ];

    await end(token);

    expect([await known(gone), await known(lasting), await known(another)]).toEqual([404, 200, 200]);
    expect((await page(gone, bearer(other))).status).toBe(404);
  });
});

describe('a session token', () => {
  const say = (what: string, token: string, sessionToken: string) =>
    tested.call('POST', `/apps/sessions/${what}`, {
      token,
      headers: { 'x-app-session-token': sessionToken },
    });

  test('is for the owner, and stands for its own app', async () => {
    const token = await tested.token('tester');
    const [id, other] = [await deployed(token), await deployed(token)];
    const path = `/apps/deployment/${id}/session`;
    const { session_token } = (await tested.call('GET', path, { token })).body;

    expect((await tested.call('GET', path, { token: await tested.token('admin') })).status).toBe(403);
    expect((await say('heartbeat', token, session_token)).body.deployment_id).toBe(id);
    expect((await say('end', token, session_token)).body.deployment_id).toBe(id);
    expect([await known(id), await known(other)]).toEqual([404, 200]);
    expect((await say('heartbeat', token, session_token)).status).toBe(401);
  });

  test('that is none is refused', async () => {
    const token = await tested.token('tester');

    expect((await say('heartbeat', token, token)).body).toEqual({ detail: 'Invalid session token' });
    expect((await say('end', token, 'x')).status).toBe(401);
  });
});

test('a restart takes the ephemeral apps along, and the others run on', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'uat-apps-'));
  const before = await testedPlatform({ dataDir });
  const token = await before.token('tester');
  const ids = [(await deploy(token, true, before)).body.id, (await deploy(token, false, before)).body.id];
  await before[Symbol.asyncDispose]();

  const after = await testedPlatform({ dataDir });
  const states = await Promise.all(ids.map(async (id) => (await page(id, bearer(token), after)).status));
  await after[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
  expect(states).toEqual([404, 200]);
});
