import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let user: string;
let viewer: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, user, viewer] = await Promise.all([
    tested.token('admin'),
    tested.token('tester'),
    tested.token('testuser'),
  ]);
});
afterAll(() => tested[Symbol.asyncDispose]());

const as = (token: string, method: string, path: string, body?: unknown) =>
  tested.call(method, path, { token, ...(body !== undefined && json(body)) });
const newModel = async (token: string) => (await as(token, 'POST', '/models/', { name: 'tiny' })).body;
const idOf = async (token: string) => (await as(token, 'GET', '/auth/users/me')).body.sub;
const relationsTo = async ({ id }: { id: string }) =>
  (await as(admin, 'GET', '/auth/tuples/?object_namespace=model')).body.filter(
    (tuple: Record<string, string>) => tuple.resource_id === id,
  );

describe('a model', () => {
  test('is there from when it is entered until it is removed', async () => {
    const { status, body: model } = await as(user, 'POST', '/models/', { name: 'tiny', hub: 'HubsHf' });
    expect([status, model]).toMatchObject([
      200,
      { name: 'tiny', hub: 'HubsHf', hosted: 'local', m_files: [] },
    ]);
    expect((await as(viewer, 'GET', `/models/${model.id}`)).body).toEqual(model);
    expect((await as(viewer, 'GET', '/models/')).body).toContainEqual(model);

    expect((await as(user, 'DELETE', `/models/${model.id.toUpperCase()}`)).status).toBe(200);

    expect((await as(admin, 'GET', `/models/${model.id}`)).status).toBe(404);
    expect((await as(viewer, 'GET', '/models/')).body).not.toContainEqual(model);
  });

  test('belongs to its creator, and leaves no relations when it is deleted', async () => {
    const model = await newModel(user);
    const sub = await idOf(user);
    const relations = (await relationsTo(model)).map((tuple: Record<string, string>) => [
      tuple.subject_id,
      tuple.relation,
    ]);
    expect(relations.toSorted()).toEqual([
      [sub, 'editor'],
      [sub, 'owner'],
      [sub, 'viewer'],
    ]);

    await as(user, 'DELETE', `/models/${model.id}?force=true`);

    expect(await relationsTo(model)).toEqual([]);
  });

  test('of somebody else is not removed, but by an administrator', async () => {
    const model = await newModel(admin);
    const refused = await as(user, 'DELETE', `/models/${model.id}`);
    expect([refused.status, refused.body]).toEqual([
      403,
      { detail: { reason: 'relation owner does not hold' } },
    ]);
    expect(refused.headers.get('x-decision-id')).not.toBeNull();
    expect((await as(viewer, 'DELETE', `/models/${model.id}`)).status).toBe(403);
    expect((await as(viewer, 'GET', `/models/${model.id}`)).status).toBe(200);

    const theirs = await newModel(user);
    expect((await as(admin, 'DELETE', `/models/${theirs.id}`)).status).toBe(200);
  });

  test('is removed by whom it was given to, and not by who may only see it', async () => {
    const model = await newModel(admin);
    const subject = { namespace: 'user', id: await idOf(user) };
    const give = (relation: string) =>
      as(admin, 'POST', '/auth/tuples', { subject, relation, object: { namespace: 'model', id: model.id } });

    await give('viewer');
    expect((await as(user, 'DELETE', `/models/${model.id}`)).status).toBe(403);
    await give('owner');
    expect((await as(user, 'DELETE', `/models/${model.id}`)).status).toBe(200);
  });

  test.each(['GET', 'DELETE'])(
    'that is not there is not told from one of somebody else: %s',
    async (method) => {
      const nowhere = `/models/${randomUUID()}`;

      expect((await as(user, method, nowhere)).status).toBe(403);
      expect((await as(viewer, method, nowhere)).status).toBe(403);
      expect((await as(admin, method, nowhere)).status).toBe(404);
    },
  );

  test.each(['GET', 'DELETE'])('has an id that is one: %s', async (method) => {
    for (const id of ['nonsense', `${randomUUID()}0`, '%27'])
      expect((await as(user, method, `/models/${id}`)).status).toBe(422);
  });

  test('has a name, and is nothing that a viewer can enter', async () => {
    expect((await as(user, 'POST', '/models/', {})).status).toBe(422);
    expect((await as(user, 'POST', '/models/')).status).toBe(422);
    expect((await as(viewer, 'POST', '/models/', { name: 'tiny' })).status).toBe(403);
  });
});

test('where relations are off, roles decide', async () => {
  await using plain = await testedPlatform({ relations: false });
  const [owner, other] = [await plain.token('admin'), await plain.token('tester')];
  const { body: model } = await plain.call('POST', '/models/', { token: owner, ...json({ name: 'tiny' }) });

  const removed = await plain.call('DELETE', `/models/${model.id}`, { token: other });
  const again = await plain.call('DELETE', `/models/${model.id}`, { token: other });
  const gone = await plain.call('GET', `/models/${model.id}`, { token: await plain.token('testuser') });

  expect([removed.status, again.status, gone.status]).toEqual([200, 404, 404]);
});
