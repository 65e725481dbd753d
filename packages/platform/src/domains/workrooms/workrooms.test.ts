import { beforeAll, describe, expect, test } from 'vitest';

import { testedPlatform, json, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
beforeAll(async () => void (tested = await testedPlatform()));

const nowhere = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const ask = (token: string, method: string, path: string, body?: unknown) =>
  tested.call(method, path, body === undefined ? { token } : { ...json(body), ...bearer(token) });
const bearer = (token: string) => ({
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
});
const room = async (token: string, type = 'persistent') =>
  (await ask(token, 'POST', '/workrooms/', { name: 'a room', type })).body;
const enter = async (token: string, id: string) =>
  (await ask(token, 'POST', `/workrooms/${id}/enter`)).status;
const place = async (token: string) =>
  (await ask(token, 'GET', '/auth/validate')).headers.get('x-workroom-id');
const listed = async (token: string) =>
  (await ask(token, 'GET', '/workrooms/')).body.items.map(({ id }: { id: string }) => id);

describe('a workroom', () => {
  test('belongs to who made it, and is listed and shown to them', async () => {
    const token = await tested.token('tester');
    const { id, is_owner, membership_role, member_count } = await room(token);

    expect({ is_owner, membership_role, member_count }).toEqual({
      is_owner: true,
      membership_role: 'owner',
      member_count: 1,
    });
    expect(await listed(token)).toContain(id);
    expect((await ask(token, 'GET', `/workrooms/${id}`)).body.id).toBe(id);
  });

  test('is closed to everybody else, and so is one that never was', async () => {
    const { id } = await room(await tested.token('tester'));
    const stranger = await tested.token('testuser');

    expect(await enter(stranger, id)).toBe(403);
    expect((await ask(stranger, 'GET', `/workrooms/${id}`)).status).toBe(403);
    expect((await ask(stranger, 'GET', `/workrooms/${id}/members`)).status).toBe(403);
    expect(await enter(stranger, crypto.randomUUID())).toBe(403);
    expect(await enter(await tested.token('admin'), crypto.randomUUID())).toBe(404);
  });

  test('that is deleted is gone for its members, and no session is in it', async () => {
    const token = await tested.token('tester');
    const { id } = await room(token);
    await enter(token, id);

    expect((await ask(token, 'DELETE', `/workrooms/${id}`)).body.status).toBe('deleted');

    expect(await enter(token, id)).toBe(404);
    expect([await place(token), await listed(token)]).toEqual([nowhere, expect.not.arrayContaining([id])]);
  });

  test('is deleted by its owner or an administrator only', async () => {
    const token = await tested.token('tester');
    const { id } = await room(token);
    const member = await tested.token('testuser');
    await invite(token, id);

    expect((await ask(member, 'DELETE', `/workrooms/${id}`)).status).toBe(403);
    expect((await ask(await tested.token('admin'), 'DELETE', `/workrooms/${id}`)).status).toBe(200);
  });

  test('that is ephemeral goes with the session it was made in, a persistent one stays', async () => {
    const [token, other] = [await tested.token('tester'), await tested.token('tester')];
    const [fleeting, lasting] = [await room(token, 'ephemeral'), await room(token)];
    await ask(token, 'POST', '/auth/logout');

    const left = await listed(other);
    expect([left.includes(fleeting.id), left.includes(lasting.id)]).toEqual([false, true]);
  });

  test.each([{ name: '', type: 'persistent' }, { name: 'x', type: 'eternal' }, {}])(
    'cannot be made of %j',
    async (body) => {
      expect((await ask(await tested.token('tester'), 'POST', '/workrooms/', body)).status).toBe(422);
    },
  );
});

async function invite(owner: string, id: string) {
  const { body } = await ask(await tested.token('testuser'), 'GET', '/auth/users/me');
  await ask(owner, 'POST', `/workrooms/${id}/members`, { email: body.email, role: 'editor' });
  return body.sub as string;
}

describe('entering', () => {
  test('binds this session and no other, until it leaves', async () => {
    const [token, other] = [await tested.token('tester'), await tested.token('tester')];
    const { id } = await room(token);
    await enter(token, id);

    const { headers } = await ask(token, 'GET', '/auth/forward/validate');
    expect(headers.get('x-user-workroom-id')).toBe(id);
    expect(headers.get('x-user-workroom-role')).toBe('owner');
    expect((await ask(token, 'GET', '/whoami')).body.workroom_id).toBe(id);
    expect([await place(token), await place(other)]).toEqual([id, nowhere]);
    expect((await ask(token, 'POST', '/workrooms/leave')).status).toBe(200);
    expect(await place(token)).toBe(nowhere);
  });

  test('is not for personal access tokens', async () => {
    const token = await tested.token('tester');
    const { id } = await room(token);
    const pat = (await ask(token, 'POST', '/auth/pats', { scope: 'write' })).body.token;

    expect([await enter(pat, id), await place(pat)]).toEqual([403, nowhere]);
  });

  test('another room leaves the first; leaving one where one is not is refused', async () => {
    const token = await tested.token('tester');
    const [first, second] = [await room(token), await room(token)];
    await enter(token, first.id);
    await enter(token, second.id);

    const leaving = await ask(token, 'POST', '/workrooms/leave', { expected_workroom_id: first.id });
    expect([leaving.status, await place(token)]).toEqual([409, second.id]);
  });
});

describe('a member', () => {
  test('is invited by address, may enter, and is out as soon as they are removed', async () => {
    const [owner, member] = [await tested.token('tester'), await tested.token('testuser')];
    const { id } = await room(owner);
    const userId = await invite(owner, id);
    expect([await enter(member, id), await place(member)]).toEqual([200, id]);

    const removal = `/workrooms/${id}/members/${userId}`;
    expect((await ask(owner, 'DELETE', removal)).status).toBe(409);
    expect((await ask(owner, 'DELETE', `${removal}?confirm_active_sessions=true`)).body.active).toBe(false);

    expect([await place(member), await enter(member, id)]).toEqual([nowhere, 403]);
    expect((await ask(owner, 'DELETE', removal)).status).toBe(404);
  });

  test('may not invite, and the owner can neither be removed nor be made less', async () => {
    const owner = await tested.token('tester');
    const { id, owner_user_id } = await room(owner);
    await invite(owner, id);
    const member = await tested.token('testuser');

    const invitation = { email: 'admin@example.com' };
    expect((await ask(member, 'POST', `/workrooms/${id}/members`, invitation)).status).toBe(403);
    expect((await ask(owner, 'DELETE', `/workrooms/${id}/members/${owner_user_id}`)).status).toBe(409);
    const { body: me } = await ask(owner, 'GET', '/auth/users/me');
    const lesser = { email: me.email, role: 'viewer' };
    expect((await ask(owner, 'POST', `/workrooms/${id}/members`, lesser)).status).toBe(409);
    expect((await ask(owner, 'GET', `/workrooms/${id}`)).body.membership_role).toBe('owner');
    const stranger = { email: 'stranger@example.org' };
    expect((await ask(owner, 'POST', `/workrooms/${id}/members`, stranger)).status).toBe(404);
  });
});
