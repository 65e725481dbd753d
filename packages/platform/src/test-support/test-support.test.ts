import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { json, testedPlatform, type TestedPlatform } from '../testing/tested-platform.ts';

let tested: TestedPlatform;
beforeAll(async () => void (tested = await testedPlatform({ testing: true })));
afterAll(() => tested[Symbol.asyncDispose]());

const at = (seconds: number) => ({ 'x-test-clock': `+${seconds}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('the clock of a request', () => {
  test('is its own: the requests beside it see the true time', async () => {
    const asked = [0, 7200, 0, -3600, 90].map((seconds) =>
      tested.call('GET', '/testing/clock', { headers: { 'x-test-clock': String(seconds) } }),
    );

    const answers = (await Promise.all(asked)).map(({ body }) => body);

    expect(answers.map(({ seconds_ahead }) => seconds_ahead)).toEqual([0, 7200, 0, -3600, 90]);
    for (const { now, seconds_ahead } of answers)
      expect(Math.abs(Date.parse(now) - Date.now() - seconds_ahead * 1000)).toBeLessThan(60_000);
  });

  test('is what an access token expires by', async () => {
    const token = await tested.token('tester');
    const me = (seconds: number) =>
      tested.call('GET', '/auth/users/me', { headers: { ...bearer(token), ...at(seconds) } });

    expect((await me(3500)).status).toBe(200);
    expect((await me(3700)).status).toBe(401);
    expect((await me(0)).status).toBe(200);
  });

  test('is the realm’s too, when the platform asks it for tokens', async () => {
    const { body } = await tested.call('POST', '/auth/token', {
      body: new URLSearchParams({ username: 'tester', password: 'testpass' }),
      headers: at(7200),
    });

    const { iat } = JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString());
    expect(Math.abs(iat - Date.now() / 1000 - 7200)).toBeLessThan(60);
    const { status } = await tested.call('POST', `/auth/refresh?refresh_token=${body.refresh_token}`, {
      headers: at(7200 + 31 * 86_400),
    });
    expect(status).toBe(401);
  });

  test('survives the reading of a body', async () => {
    const { body } = await tested.call('POST', '/auth/pats', {
      ...json({ ttl_seconds: 60 }),
      headers: {
        ...bearer(await tested.token('tester')),
        ...at(1800),
        'content-type': 'application/json',
      },
    });

    expect(Math.abs(body.pat.exp - Date.now() / 1000 - 1860)).toBeLessThan(60);
  });

  test('is not the log’s: what is asked at another time is logged when it happens', async () => {
    const since = new Date().toISOString();
    await tested.call('GET', '/ping', { headers: { ...at(7200), 'x-request-id': 'in-two-hours' } });
    const until = new Date().toISOString();
    const query = `since=${since}&until=${until}`;

    const { body } = await tested.call('GET', `/logger/platform?${query}`, {
      token: await tested.token('admin'),
    });

    expect(body.entries.map(({ request_id }: { request_id?: string }) => request_id)).toContain(
      'in-two-hours',
    );
  });

  test('is in seconds', async () => {
    const answer = await fetch(`${tested.url}/api/ping`, { headers: { 'x-test-clock': 'tomorrow' } });

    expect(answer.status).toBe(400);
  });
});

describe('tokens to order', () => {
  test('are signed with the key in force, for administrators only', async () => {
    const own = await tested.token('tester');
    const claims = JSON.parse(Buffer.from(own.split('.')[1]!, 'base64url').toString());
    const order = async (orderer: string) =>
      tested.call('POST', '/testing/tokens', {
        ...json({ claims: { ...claims, jti: 'ordered' } }),
        headers: { ...bearer(orderer), 'content-type': 'application/json' },
      });

    const { body } = await order(await tested.token('admin'));

    const me = await tested.call('GET', '/auth/users/me', { token: body.token });
    expect(me.body).toMatchObject({ username: 'tester' });
    expect((await order(own)).status).toBe(403);
  });
});

test('somebody who signs in elsewhere has no password here', async () => {
  const elsewhere = {
    username: 'far-away',
    email: 'far@example.com',
    password: 'kept by another',
    roles: ['user'],
  };
  const admin = bearer(await tested.token('admin'));
  const asAdmin = (path: string, body: object) =>
    tested.call('POST', path, { ...json(body), headers: { ...admin, 'content-type': 'application/json' } });

  const { status, body: user } = await asAdmin('/testing/federated-users', elsewhere);
  const { access_token } = (await tested.signIn(elsewhere.username, elsewhere.password)).body;
  const own = { headers: { ...bearer(access_token), 'content-type': 'application/json' } };
  const change = { current_password: elsewhere.password, new_password: 'twelve and more' };

  expect([status, user]).toMatchObject([201, { is_external: true, roles: ['user'] }]);
  expect((await tested.call('GET', '/auth/users/me/password-capability', own)).body.available).toBe(false);
  expect((await tested.call('POST', '/auth/users/me/password', { ...json(change), ...own })).status).toBe(
    403,
  );
  expect((await asAdmin(`/auth/users/${user.id}/password`, { new_password: 'twelve and more' })).status).toBe(
    403,
  );
  expect((await asAdmin('/testing/federated-users', elsewhere)).status).toBe(409);
});

test('the API is off unless the platform was started for tests', async () => {
  await using shut = await testedPlatform();
  const admin = await shut.token('admin');

  const { body } = await shut.call('GET', '/openapi.json');
  const order = await fetch(`${shut.url}/api/testing/tokens`, {
    method: 'POST',
    ...json({ claims: {} }),
    headers: { ...bearer(admin), 'content-type': 'application/json' },
  });
  const app = await fetch(`${shut.url}/testing/apps/${crypto.randomUUID()}/`);
  const later = await shut.call('GET', '/auth/users/me', { headers: { ...bearer(admin), ...at(7200) } });

  expect(Object.keys(body.paths).filter((path) => path.startsWith('/testing/'))).toEqual([]);
  expect([order.status, app.status, await app.json()]).toEqual([404, 404, { detail: 'Not Found' }]);
  expect(later.status).toBe(200);
});
