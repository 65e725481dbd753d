import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { startPlatform, type Platform } from '../../server/start-platform.ts';
import { createFakeBrowser, type FakeBrowser } from '../../testing/fake-browser.ts';
import { signInByForm, submitForm } from '../../testing/sign-in-by-form.ts';

const admin = { username: 'admin', password: 'kamiwaza' };
let platform: Platform;
let url: string;
let browser: FakeBrowser;

beforeAll(async () => {
  platform = await startPlatform();
  url = platform.url;
});
afterAll(() => platform.close());
beforeEach(() => void (browser = createFakeBrowser()));
afterEach(() => void vi.useRealTimers());

const statusOfMe = async (token?: string) =>
  (
    await browser.visit(`${url}/api/auth/users/me`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
  ).status;

const interactionOf = (page: URL) => page.searchParams.get('interaction') ?? '';

describe('signing in', () => {
  test('ends at the page that was asked for, with cookies out of reach of scripts', async () => {
    const landed = await signInByForm(browser, url, admin);

    expect(landed.href).toBe(`${url}/models?exact=1`);
    expect(browser.cookie('access_token')?.attributes).toBe('Max-Age=3600; Path=/; HttpOnly; SameSite=Lax');
    expect(browser.cookie('refresh_token')?.path).toBe('/api/auth');
    expect(await statusOfMe()).toBe(200);
  });

  test('shows no second form while the session at the provider lasts', async () => {
    await signInByForm(browser, url, admin);
    const { trail } = await browser.follow(`${url}/api/auth/login?redirect_uri=/activity`);

    expect(trail.at(-1)?.pathname).toBe('/activity');
  });

  test('a wrong password or name is refused alike and the form stays usable', async () => {
    const { trail } = await browser.follow(`${url}/api/auth/login`);
    const interaction = interactionOf(trail.at(-1)!);
    const wrong = await submitForm(browser, url, interaction, { username: 'admin', password: 'x' });
    const unknown = await submitForm(browser, url, interaction, { username: 'nobody', password: 'x' });

    expect([wrong.status, await wrong.json()]).toEqual([401, { detail: 'Invalid username or password.' }]);
    expect([unknown.status, await unknown.json()]).toEqual([
      401,
      { detail: 'Invalid username or password.' },
    ]);
    expect((await submitForm(browser, url, interaction, admin)).status).toBe(200);
  });

  test('two tabs sign in side by side', async () => {
    const first = (await browser.follow(`${url}/api/auth/login?redirect_uri=/one`)).here;
    await browser.follow(`${url}/api/auth/login?redirect_uri=/two`);
    const answer = await submitForm(browser, url, interactionOf(first), admin);
    const { location } = (await answer.json()) as { location: string };

    expect((await browser.follow(location)).here.pathname).toBe('/one');
  });

  test('an interaction of another browser is unknown', async () => {
    const page = (await createFakeBrowser().follow(`${url}/api/auth/login`)).here;

    expect((await submitForm(browser, url, interactionOf(page), admin)).status).toBe(404);
    expect((await submitForm(browser, url, 'nonsense', admin)).status).toBe(404);
  });

  test('coming back to a finished sign-in starts a new one instead of an error page', async () => {
    const page = (await browser.follow(`${url}/api/auth/login`)).here;
    const { location } = (await (await submitForm(browser, url, interactionOf(page), admin)).json()) as {
      location: string;
    };
    await browser.follow(location);

    expect((await browser.follow(location)).here.pathname).toBe('/login');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
  ])('does not end at %j', async (target) => {
    expect((await signInByForm(browser, url, admin, target)).origin).toBe(url);
  });
});

describe('the way back', () => {
  const callback = async (query: string) => {
    const answer = await browser.visit(`${url}/api/auth/callback?${query}`);
    return [answer.status, ((await answer.json()) as { detail: unknown }).detail];
  };

  test('without a code is invalid, without or with a forged state refused', async () => {
    expect((await callback(''))[0]).toBe(422);
    expect(await callback('state=x')).toEqual([400, 'Invalid state']);
    expect(await callback('code=x')).toEqual([400, 'Invalid state']);
    expect(await callback('code=x&state=abc.def')).toEqual([400, 'Invalid state']);
  });

  test('a true state works in the browser that started, once', async () => {
    const start = await browser.visit(`${url}/api/auth/login`);
    const state = new URL(start.headers.get('location')!).searchParams.get('state')!;
    const stranger = await createFakeBrowser().visit(`${url}/api/auth/callback?code=x&state=${state}`);

    expect(stranger.status).toBe(400);
    expect(await callback(`code=x&state=${state}`)).toEqual([400, 'Invalid code']);
    expect(await callback(`code=x&state=${state}`)).toEqual([400, 'Invalid state']);
  });

  test('a refusal of the provider is said in words', async () => {
    expect(await callback('error=access_denied&state=x')).toEqual([
      400,
      'The identity provider refused the sign-in: access_denied',
    ]);
  });
});

describe('a signed-in browser', () => {
  test('refreshes by cookie and gets new cookies', async () => {
    await signInByForm(browser, url, admin);
    const before = browser.cookie('refresh_token')?.value;
    const answer = await browser.visit(`${url}/api/auth/refresh`, { method: 'POST' });

    expect(answer.status).toBe(200);
    expect(browser.cookie('refresh_token')?.value).not.toBe(before);
    const { access_token } = (await answer.json()) as { access_token: string };
    expect(await statusOfMe(access_token)).toBe(200);
  });

  test('may refresh in two tabs at the same moment', async () => {
    await signInByForm(browser, url, admin);
    const cookie = `refresh_token=${browser.cookie('refresh_token')?.value}`;
    const refresh = () => fetch(`${url}/api/auth/refresh`, { method: 'POST', headers: { cookie } });

    expect((await Promise.all([refresh(), refresh()])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await statusOfMe()).toBe(200);
  });

  test('loses its session when a refresh token comes back after it was exchanged', async () => {
    await signInByForm(browser, url, admin);
    const stolen = browser.cookie('refresh_token')?.value;
    await browser.visit(`${url}/api/auth/refresh`, { method: 'POST' });
    expect(await statusOfMe()).toBe(200);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    const answer = await fetch(`${url}/api/auth/refresh?refresh_token=${stolen}`, { method: 'POST' });

    expect(answer.status).toBe(401);
    expect(await statusOfMe()).toBe(401);
  });

  test('is signed out for good: tokens, cookies, and the session at the provider', async () => {
    await signInByForm(browser, url, admin);
    const access = browser.cookie('access_token')!.value;
    const refresh = browser.cookie('refresh_token')!.value;
    const out = (await (await browser.visit(`${url}/api/auth/logout`, { method: 'POST' })).json()) as {
      front_channel_logout_url: string;
    };
    expect(await statusOfMe(access)).toBe(401);
    expect(browser.cookie('access_token')).toBeUndefined();

    const { trail } = await browser.follow(out.front_channel_logout_url);

    expect(trail.at(-1)?.href).toBe(`${url}/login`);
    expect(
      (await browser.visit(`${url}/api/auth/refresh?refresh_token=${refresh}`, { method: 'POST' })).status,
    ).toBe(401);
    const again = await browser.follow(`${url}/api/auth/login`);
    expect(again.trail.at(-1)?.pathname).toBe('/login');
    expect(interactionOf(again.trail.at(-1)!)).not.toBe('');
  });

  test('that signs out with an expired access token still ends its session', async () => {
    await signInByForm(browser, url, admin);
    const access = browser.cookie('access_token')!.value;
    browser.forget('access_token');
    await browser.visit(`${url}/api/auth/logout`, { method: 'POST' });

    expect(await statusOfMe(access)).toBe(401);
  });

  test('is signed in silently again when it skips the front channel, as the documentation warns', async () => {
    await signInByForm(browser, url, admin);
    await browser.visit(`${url}/api/auth/logout`, { method: 'POST' });
    const { trail } = await browser.follow(`${url}/api/auth/login?redirect_uri=/models`);

    expect(trail.at(-1)?.pathname).toBe('/models');
    expect(await statusOfMe()).toBe(200);
  });

  test('is not sent to a foreign address by the front channel', async () => {
    const answer = await browser.visit(
      `${url}/api/auth/logout/front-channel?redirect_uri=https://evil.example/`,
    );

    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login']);
  });
});
