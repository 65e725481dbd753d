import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createFakeBrowser } from '../testing/fake-browser.ts';
import { signInByForm, submitForm } from '../testing/sign-in-by-form.ts';
import { json, testedPlatform, type TestedPlatform } from '../testing/tested-platform.ts';

let dataDir: string;
let tested: TestedPlatform;
let admin: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'uat-platform-log-'));
  tested = await testedPlatform({ dataDir });
  admin = await tested.token('admin');
});
afterAll(async () => {
  await tested[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

const log = async (query = '') =>
  (await tested.call('GET', `/logger/platform${query}`, { token: admin })).body.entries;

describe('the log', () => {
  test('has a line for each request, with caller, status and request id, but without its query', async () => {
    await tested.call('GET', '/models/?load_files=true', {
      token: admin,
      headers: { 'x-request-id': 'find-me' },
    });

    expect(
      (await log()).find((entry: { request_id: string }) => entry.request_id === 'find-me'),
    ).toMatchObject({
      level: 'info',
      event: 'REQUEST',
      method: 'GET',
      path: '/api/models/',
      status: 200,
      user: 'admin',
      seconds: expect.any(Number),
    });
  });

  test('knows refusals, pages and the realm', async () => {
    await tested.call('GET', '/models/', {});
    await fetch(`${tested.url}/models`, { headers: { accept: 'text/html' } });
    await fetch(`${tested.url}/realms/kamiwaza/.well-known/openid-configuration?x=1`);
    const lines = (await log()).map(
      (entry: { path: string; status: number }) => `${entry.status} ${entry.path}`,
    );

    expect(lines).toEqual(
      expect.arrayContaining([
        '401 /api/models/',
        '200 /models',
        '200 /realms/kamiwaza/.well-known/openid-configuration',
      ]),
    );
  });

  test('can be had from a time to a time, and the newest of it', async () => {
    const since = new Date().toISOString();
    await tested.call('GET', '/ping', { headers: { 'x-request-id': 'one' } });
    await tested.call('GET', '/ping', { headers: { 'x-request-id': 'two' } });
    const ids = (entries: { request_id: string }[]) => entries.map(({ request_id }) => request_id);

    expect(ids(await log(`?since=${since}`))).toEqual(['one', 'two']);
    expect(ids(await log(`?since=${since}&until=${new Date().toISOString()}&limit=4`)).slice(0, 2)).toEqual([
      'one',
      'two',
    ]);
    expect(await log('?limit=1')).toHaveLength(1);
    expect(await log(`?until=${new Date(0).toISOString()}`)).toEqual([]);
  });

  test.each(['since=yesterday', 'limit=0', 'limit=5001', 'limit=x'])(
    'is not to be had by %s',
    async (query) => {
      expect((await tested.call('GET', `/logger/platform?${query}`, { token: admin })).status).toBe(422);
    },
  );

  test('lies in the data folder too, for its owner only, one object per line', async () => {
    const file = join(dataDir, 'platform.log');
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');

    expect(lines.map((line) => JSON.parse(line).time).every(Boolean)).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

test('no secret that passes through the platform is in its log or its activities', async () => {
  const sentinel = 'sentinel-Zw7Qk3-password';
  const user = { username: 'carol', email: 'carol@example.com', password: sentinel };
  await tested.call('POST', '/auth/users/local', { token: admin, ...json(user) });
  const { access_token, refresh_token, id_token } = (await tested.signIn('carol', sentinel)).body;
  const pat = (await tested.call('POST', '/auth/pats?name=n', { token: access_token, ...json({}) })).body
    .token;
  await tested.call('POST', `/auth/refresh?refresh_token=${refresh_token}`);
  await tested.signIn('carol', `${sentinel}-wrong`);
  await tested.signIn(`${sentinel}-in-the-name-field`, 'x');
  const browser = createFakeBrowser();
  const page = await browser.follow(`${tested.url}/api/auth/login`);
  await submitForm(browser, tested.url, page.here.searchParams.get('interaction') ?? '', {
    username: `${sentinel}-as-a-name`,
    password: sentinel,
  });
  await signInByForm(browser, tested.url, user);
  const cookies = ['access_token', 'refresh_token', 'sso_session'].map((name) => browser.cookie(name)!.value);
  await tested.call('POST', '/auth/users/me/password', {
    token: access_token,
    ...json({ current_password: sentinel, new_password: `${sentinel}-new` }),
  });
  await fetch(`${tested.url}/api/nothing/${pat}?token=${pat}`, {
    headers: {
      authorization: `Bearer ${pat}`,
      cookie: `access_token=${access_token}`,
      'x-request-id': 'bearer-1',
    },
  });
  await tested.call('POST', '/auth/logout', { token: access_token });

  const file = await readFile(join(dataDir, 'platform.log'), 'utf8');
  const shown = JSON.stringify([
    await log('?limit=5000'),
    (await tested.call('GET', '/activity/activities/', { token: admin })).body,
  ]);

  const secrets = [sentinel, access_token, refresh_token, id_token, pat, ...cookies];
  for (const text of [file, shown]) {
    expect(text).toContain('carol');
    expect(secrets.filter((secret: string) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/eyJ[\w-]+\.|[?&](code|state|refresh_token|token)=/);
  }
});

test('who did what is on record: sign-ins, those that failed, sign-outs, tokens', async () => {
  const { access_token: token } = (await tested.signIn('tester', 'testpass')).body;
  await tested.signIn('tester', 'wrong');
  await tested.signIn('unknown-user', 'wrong');
  const { pat } = (await tested.call('POST', '/auth/pats', { token, ...json({}) })).body;
  await tested.call('DELETE', `/auth/pats/${pat.jti}`, { token });
  await tested.call('POST', '/auth/logout', { token });
  const { body } = await tested.call('GET', '/activity/activities/', { token: admin });

  expect(
    body
      .slice(0, 6)
      .map(({ action, username, target }: Record<string, string>) => [action, username, target])
      .toReversed(),
  ).toEqual([
    ['sign-in', 'tester', null],
    ['sign-in-failed', 'tester', null],
    ['sign-in-failed', null, null],
    ['pat-created', 'tester', pat.jti],
    ['pat-revoked', 'tester', pat.jti],
    ['sign-out', 'tester', null],
  ]);
});
