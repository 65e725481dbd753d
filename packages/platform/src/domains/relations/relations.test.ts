import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let viewer: string;
let viewerId: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, viewer] = await Promise.all([tested.token('admin'), tested.token('testuser')]);
  viewerId = (await as(viewer, 'GET', '/auth/users/me')).body.sub;
});
afterAll(() => tested[Symbol.asyncDispose]());

const as = (token: string, method: string, path: string, body?: unknown) =>
  tested.call(method, path, { token, ...(body !== undefined && json(body)) });

let made = 0;
const newObject = () => ({ namespace: 'model', id: `object-${(made += 1)}` });
const themselves = () => ({ namespace: 'user', id: viewerId });
const tupleOf = (extra: object = {}) => ({
  subject: themselves(),
  relation: 'viewer',
  object: newObject(),
  ...extra,
});
const check = (tuple: object, token = viewer) => as(token, 'POST', '/auth/check', tuple);
const listed = async (query = '') => (await as(admin, 'GET', `/auth/tuples/${query}`)).body as object[];
const record = ({ subject, relation, object }: ReturnType<typeof tupleOf>, tenant_id = '__default__') => ({
  subject_namespace: subject.namespace,
  subject_id: subject.id,
  resource_type: object.namespace,
  resource_id: object.id,
  relation,
  tenant_id,
});

describe('a relation', () => {
  test('holds from when it is stated until it is taken back', async () => {
    const tuple = tupleOf();
    expect((await check(tuple)).status).toBe(403);

    expect((await as(admin, 'POST', '/auth/tuples', tuple)).status).toBe(204);
    expect((await as(admin, 'POST', '/auth/tuples', tuple)).status).toBe(204);
    expect(await check(tuple)).toMatchObject({ status: 200, body: { allow: true } });
    expect(
      (await listed()).filter((row) => 'resource_id' in row && row.resource_id === tuple.object.id),
    ).toEqual([record(tuple)]);

    expect((await as(admin, 'DELETE', '/auth/tuples', tuple)).status).toBe(204);
    expect((await check(tuple)).status).toBe(403);
    expect(await listed()).not.toContainEqual(record(tuple));
    expect((await as(admin, 'DELETE', '/auth/tuples', tuple)).status).toBe(204);
  });

  test.each(['owner', 'editor', 'can_access'])('of a viewer is none of a %s', async (relation) => {
    const tuple = tupleOf();
    await as(admin, 'POST', '/auth/tuples', tuple);

    expect((await check({ ...tuple, relation })).status).toBe(403);
  });

  test('to one object, or of one namespace, is none to another', async () => {
    const tuple = tupleOf();
    await as(admin, 'POST', '/auth/tuples', tuple);

    expect((await check({ ...tuple, object: newObject() })).status).toBe(403);
    expect((await check({ ...tuple, object: { ...tuple.object, namespace: 'dataset' } })).status).toBe(403);
  });

  test('of another tenant does not count, whatever the caller claims', async () => {
    const tuple = tupleOf();
    await as(admin, 'POST', '/auth/tuples', { ...tuple, tenant_id: 'elsewhere' });

    const { status } = await tested.call('POST', '/auth/check', {
      ...json(tuple),
      headers: {
        authorization: `Bearer ${viewer}`,
        'content-type': 'application/json',
        'x-tenant-id': 'elsewhere',
      },
    });

    expect(status).toBe(403);
    expect(await listed('?tenant=elsewhere')).toEqual([record(tuple, 'elsewhere')]);
    expect(await listed()).not.toContainEqual(record(tuple));
    await as(admin, 'DELETE', '/auth/tuples', tuple);
    expect(await listed('?tenant=elsewhere')).toHaveLength(1);
    await as(admin, 'DELETE', '/auth/tuples', { ...tuple, tenant_id: 'elsewhere' });
    expect(await listed('?tenant=elsewhere')).toEqual([]);
  });

  test('is taken back with the others of its subject, and with the others to its object', async () => {
    const owner = tupleOf({ relation: 'owner' });
    const editor = { ...owner, relation: 'editor' };
    const other = { ...owner, subject: { namespace: 'group', id: 'others' } };
    const elsewhere = tupleOf();
    for (const tuple of [owner, editor, other, elsewhere]) await as(admin, 'POST', '/auth/tuples', tuple);

    await as(admin, 'DELETE', '/auth/tuples', { subject: owner.subject, object: owner.object });
    expect([(await check(owner)).status, (await check(editor)).status]).toEqual([403, 403]);
    expect(await listed()).toContainEqual(record(other));

    await as(admin, 'DELETE', '/auth/tuples/object', { object: owner.object });
    expect(await listed()).not.toContainEqual(record(other));
    expect(await listed()).toContainEqual(record(elsewhere));
  });

  test('is listed under the namespace of its object', async () => {
    const dataset = tupleOf({ object: { namespace: 'dataset', id: 'd' } });
    await as(admin, 'POST', '/auth/tuples', dataset);

    expect(await listed('?object_namespace=dataset')).toEqual([record(dataset)]);
  });
});

describe('a check', () => {
  test.each([
    { what: 'an unknown relation', change: { relation: 'owns' } },
    { what: 'no relation', change: { relation: undefined } },
    { what: 'an object without an id', change: { object: { namespace: 'model' } } },
    { what: 'no subject', change: { subject: undefined } },
  ])('of $what is no question', async ({ change }) => {
    for (const [token, path] of [
      [viewer, '/auth/check'],
      [admin, '/auth/tuples'],
    ] as const)
      expect((await as(token, 'POST', path, tupleOf(change))).status).toBe(422);
  });

  test('of somebody else is for administrators', async () => {
    const somebody = tupleOf({ subject: { namespace: 'user', id: 'somebody-else' } });
    const group = tupleOf({ subject: { namespace: 'group', id: viewerId } });
    await as(admin, 'POST', '/auth/tuples', somebody);

    expect((await check(somebody)).status).toBe(403);
    expect((await check(group)).status).toBe(403);
    expect((await check(somebody)).headers.has('x-decision-id')).toBe(false);
    expect((await check(somebody, admin)).status).toBe(200);
  });

  test('that denies says why, and by which decision', async () => {
    const { status, body, headers } = await check(tupleOf());

    expect([status, body]).toEqual([403, { detail: { reason: 'relation viewer does not hold' } }]);
    expect(headers.get('x-decision-id')).toMatch(/^[\da-f-]{36}$/);
  });

  test('needs somebody who is signed in', async () => {
    expect((await tested.call('POST', '/auth/check', json(tupleOf()))).status).toBe(401);
  });
});

test.each([
  ['POST', '/auth/tuples'],
  ['DELETE', '/auth/tuples'],
  ['DELETE', '/auth/tuples/object'],
  ['GET', '/auth/tuples/'],
  ['GET', '/auth/audit/decisions/export'],
])('%s %s is for administrators', async (method, path) => {
  expect((await as(viewer, method, path, method === 'GET' ? undefined : tupleOf())).status).toBe(403);
});

describe('the record of decisions', () => {
  const page = async (query: string) =>
    (await as(admin, 'GET', `/auth/audit/decisions/export?${query}`)).body;

  test('tells who was judged for what, and how', async () => {
    const tuple = tupleOf();
    const { headers } = await check(tuple);
    await as(admin, 'POST', '/auth/tuples', tuple);
    const { body } = await check(tuple);

    const { events } = await page('limit=1000');

    expect(events.slice(-2)).toMatchObject([
      {
        result: 'deny',
        subject_namespace: 'user',
        subject_id: viewerId,
        object_namespace: 'model',
        object_id: tuple.object.id,
        relation: 'viewer',
        tenant_id: '__default__',
        source: 'auth.check',
        decision_id: headers.get('x-decision-id'),
        correlation_id: headers.get('x-request-id'),
      },
      { result: 'allow', decision_id: body.decision_id, reason: body.reason },
    ]);
  });

  test('comes in pages that neither repeat nor miss one while others are made', async () => {
    const before = (await page('limit=1000')).next_cursor;
    for (const _ of Array(5)) await check(tupleOf());

    const first = await page(`cursor=${before}&limit=2`);
    await check(tupleOf());
    const second = await page(`cursor=${first.next_cursor}&limit=2`);
    const third = await page(`cursor=${second.next_cursor}&limit=2`);
    const later = await page(`cursor=${third.next_cursor}`);

    const pages = [first, second, third];
    expect(pages.map(({ has_more, count }) => [has_more, count])).toEqual([
      [true, 2],
      [true, 2],
      [false, 2],
    ]);
    const sequences = pages.flatMap(({ events }) =>
      events.map(({ sequence }: { sequence: number }) => sequence),
    );
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6].map((step) => before + step));
    expect(later).toMatchObject({ count: 0, has_more: false, next_cursor: before + 6 });
  });

  test('can be narrowed to a result, a tenant and a time', async () => {
    const before = (await page('limit=1000')).next_cursor;
    const tuple = tupleOf();
    await as(admin, 'POST', '/auth/tuples', tuple);
    await check(tuple);
    await check(tupleOf());
    const soon = encodeURIComponent(new Date(Date.now() + 60_000).toISOString());
    const counted = async (query: string) => (await page(`cursor=${before}&${query}`)).count;

    expect(await counted('result=allow')).toBe(1);
    expect(await counted('result=deny')).toBe(1);
    expect(await counted('tenant=__default__')).toBe(2);
    expect(await counted('tenant=elsewhere')).toBe(0);
    expect(await counted(`updated_after=${soon}`)).toBe(0);
  });

  test.each(['limit=0', 'limit=1001', 'cursor=-1', 'cursor=x', 'updated_after=yesterday'])(
    'refuses %s',
    async (query) => {
      expect((await as(admin, 'GET', `/auth/audit/decisions/export?${query}`)).status).toBe(422);
    },
  );

  test('is in the log too, a line each that no name can forge', async () => {
    const object = { namespace: 'model', id: 'a"\nresult="allow' };
    const { headers } = await check(tupleOf({ object }));

    const { entries } = (await as(admin, 'GET', '/logger/platform')).body;

    const line = entries.find(
      ({ event, request_id }: Record<string, string>) =>
        event === 'DECISION' && request_id === headers.get('x-request-id'),
    );
    expect(line.message).toBe(
      `rebac_decision result="deny" relation="viewer" subject="user:${viewerId}" object="model:a\\"\\nresult=\\"allow" tenant="__default__" decision_id="${headers.get('x-decision-id')}"`,
    );
  });
});

test('where relations are off, nothing of them is there', async () => {
  await using plain = await testedPlatform({ relations: false });
  const token = await plain.token('admin');

  for (const [method, path] of [
    ['POST', '/auth/tuples'],
    ['DELETE', '/auth/tuples'],
    ['DELETE', '/auth/tuples/object'],
    ['GET', '/auth/tuples/'],
    ['POST', '/auth/check'],
    ['GET', '/auth/audit/decisions/export'],
  ] as const) {
    const body = method === 'GET' ? {} : json(tupleOf());
    expect((await plain.call(method, path, { token, ...body })).status).toBe(404);
  }
});
