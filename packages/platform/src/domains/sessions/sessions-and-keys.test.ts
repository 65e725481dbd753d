import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createFakeBrowser } from '../../testing/fake-browser.ts';
import { signInByForm } from '../../testing/sign-in-by-form.ts';
import { json, testedPlatform, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;

beforeAll(async () => {
  tested = await testedPlatform();
  admin = await tested.token('admin');
});
afterAll(() => tested[Symbol.asyncDispose]());

const tester = { username: 'tester', password: 'testpass' };
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
const headerOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
const me = async (token: string) => (await tested.call('GET', '/auth/users/me', { token })).status;

describe('a session', () => {
  test('that an administrator ends is over at once, the others go on', async () => {
    const [one, other] = [await tested.token('tester'), await tested.token('tester')];
    const { status } = await tested.call('DELETE', `/auth/sessions/${claimsOf(one).sid}`, { token: admin });

    expect([status, await me(one), await me(other)]).toEqual([204, 401, 200]);
  });

  test('of a browser that is ended asks for the password again', async () => {
    const browser = createFakeBrowser();
    await signInByForm(browser, tested.url, tester);
    const { sid } = claimsOf(browser.cookie('access_token')!.value);
    await tested.call('DELETE', `/auth/sessions/${sid}`, { token: admin });

    expect((await browser.follow(`${tested.url}/api/auth/login`)).here.pathname).toBe('/login');
  });

  test('that was never opened is not found', async () => {
    expect((await tested.call('DELETE', '/auth/sessions/none', { token: admin })).status).toBe(404);
  });
});

describe('a purge', () => {
  const purge = (body: object) =>
    tested.call('POST', '/auth/sessions/purge', { token: admin, ...json(body) });

  test('ends every session of the subject, counts them, and leaves everybody else alone', async () => {
    const tokens = [await tested.token('testuser'), await tested.token('testuser')];
    const stranger = await tested.token('tester');
    const { sub } = claimsOf(tokens[0]!);
    const browser = createFakeBrowser();
    await signInByForm(browser, tested.url, { username: 'testuser', password: 'testpass' });

    expect((await purge({ tenant_id: '__default__', subject_id: sub })).body).toEqual({ revoked: 3 });

    expect([await me(tokens[0]!), await me(tokens[1]!), await me(stranger)]).toEqual([401, 401, 200]);
    expect((await browser.follow(`${tested.url}/api/auth/login`)).here.pathname).toBe('/login');
    expect((await purge({ tenant_id: '__default__', subject_id: sub })).body).toEqual({ revoked: 0 });
  });

  test('of another tenant or namespace ends nothing', async () => {
    const token = await tested.token('testuser');
    const { sub } = claimsOf(token);

    expect((await purge({ tenant_id: 'other', subject_id: sub })).body).toEqual({ revoked: 0 });
    const service = { tenant_id: '__default__', subject_namespace: 'service', subject_id: sub };
    expect((await purge(service)).body).toEqual({ revoked: 0 });
    expect(await me(token)).toBe(200);
  });

  test('needs a tenant and a subject', async () => {
    expect((await purge({ subject_id: 'x' })).status).toBe(422);
    expect((await purge({ tenant_id: '__default__' })).status).toBe(422);
  });
});

describe('a rotation of keys', () => {
  const rotate = async () => (await tested.call('POST', '/auth/keys/rotate', { token: admin })).body;
  const publishedBy = async (path: string) =>
    ((await (await fetch(`${tested.url}${path}`)).json()) as { keys: { kid: string }[] }).keys.map(
      ({ kid }) => kid,
    );

  test('signs new tokens with the new key while the old ones stay valid', async () => {
    const before = await tested.signIn(tester.username, tester.password);
    const old: string = before.body.access_token;
    const oldPat = (await tested.call('POST', '/auth/pats', { token: old, ...json({}) })).body.token;
    const { kid, published } = await rotate();

    expect(kid).not.toBe(headerOf(old).kid);
    expect(published.slice(0, 2)).toEqual([kid, headerOf(old).kid]);
    expect(await publishedBy('/api/auth/jwks')).toEqual(published);
    expect(await publishedBy('/realms/kamiwaza/protocol/openid-connect/certs')).toEqual(published);
    expect([await me(old), await me(oldPat)]).toEqual([200, 200]);

    const { access_token, id_token } = (await tested.signIn(tester.username, tester.password)).body;
    const pat = (await tested.call('POST', '/auth/pats', { token: old, ...json({}) })).body.token;
    const refreshed = await tested.call('POST', `/auth/refresh?refresh_token=${before.body.refresh_token}`);
    const fresh = [access_token, id_token, pat, refreshed.body.access_token];
    expect(fresh.map((token) => headerOf(token).kid)).toEqual(fresh.map(() => kid));
    expect([await me(access_token), await me(pat)]).toEqual([200, 200]);
  });

  test('does not disturb a browser that is half way through its sign-in', async () => {
    const browser = createFakeBrowser();
    const { here } = await browser.follow(`${tested.url}/api/auth/login?redirect_uri=/models`);
    const { kid } = await rotate();
    const answer = await browser.visit(
      `${tested.url}/realms/kamiwaza/interaction/${here.searchParams.get('interaction')}/login`,
      { method: 'POST', ...json(tester), headers: { 'content-type': 'application/json' } },
    );
    const { location } = (await answer.json()) as { location: string };

    expect((await browser.follow(location)).here.pathname).toBe('/models');
    expect(headerOf(browser.cookie('access_token')!.value).kid).toBe(kid);
  });

  test('may come twice in a second', async () => {
    const [first, second] = [await rotate(), await rotate()];

    expect(second.published.slice(0, 2)).toEqual([second.kid, first.kid]);
  });
});
