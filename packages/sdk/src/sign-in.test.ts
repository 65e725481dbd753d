import { describe, expect, it } from 'vitest';
import { AuthenticationError } from './errors/api-error.ts';
import { UnreachableError } from './errors/network-error.ts';
import { createKamiwaza } from './kamiwaza.ts';
import { createSignIn } from './sign-in.ts';
import { stubTarget, type Reply, type Seen, type StubTarget } from './testing/stub-target.ts';

const refused: Reply = { status: 401, body: { detail: 'Not authenticated' } };
const password = { kind: 'password', username: 'tester', password: 'correct horse' } as const;

/** A target whose access tokens are `<owner>-<n>`, valid for `life` seconds or until `expire` is called. */
async function tokenTarget({ life = 3600, refreshable = true } = {}): Promise<
  StubTarget & { expire: () => void }
> {
  let issued = 0;
  let valid = new Set<string>();
  const issue = (owner: string): Reply => {
    const access_token = `${owner}-${++issued}`;
    valid.add(access_token);
    return {
      body: { access_token, expires_in: life, refresh_token: `refresh-${owner}`, token_type: 'bearer' },
    };
  };
  const reply = async ({ url, body, headers }: Seen): Promise<Reply> => {
    const { pathname, searchParams } = new URL(url, 'http://stub');
    if (pathname === '/api/auth/token') {
      const form = new URLSearchParams(body);
      return form.get('password') === 'wrong' ? refused : issue(form.get('username') ?? '');
    }
    if (pathname === '/api/auth/refresh') {
      // Long enough for all callers to wait.
      await new Promise((wait) => setTimeout(wait, 30));
      return refreshable ? issue((searchParams.get('refresh_token') ?? '').replace('refresh-', '')) : refused;
    }
    const bearer = headers.authorization?.replace('Bearer ', '') ?? '';
    return valid.has(bearer) ? { body: { username: bearer.split('-')[0], sub: 'id' } } : refused;
  };
  const target = await stubTarget(reply);
  return { ...target, expire: () => (valid = new Set()) };
}

describe('a renewable sign-in', () => {
  it('sends nothing before the first call and signs in once for many', async () => {
    await using target = await tokenTarget();
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });
    expect(target.seen).toHaveLength(0);

    await Promise.all(Array.from({ length: 5 }, () => api.auth.me()));

    expect(target.count('/api/auth/token')).toBe(1);
    expect(target.count('/api/auth/refresh')).toBe(0);
  });

  it('refreshes once for 20 calls whose token was refused together', async () => {
    await using target = await tokenTarget();
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });
    await api.auth.me();
    target.expire();

    const users = await Promise.all(Array.from({ length: 20 }, () => api.auth.me()));

    expect(users).toHaveLength(20);
    expect(target.count('/api/auth/refresh')).toBe(1);
    expect(target.count('/api/auth/token')).toBe(1);
  });

  it('refreshes once for clients that share a sign-in', async () => {
    await using target = await tokenTarget();
    const signIn = createSignIn({ baseUrl: target.origin, credentials: password });
    const clients = [1, 2].map(() => createKamiwaza({ baseUrl: target.origin, signIn }));
    await Promise.all(clients.map((api) => api.auth.me()));
    target.expire();

    await Promise.all(clients.flatMap((api) => [api.auth.me(), api.auth.me()]));

    expect(target.count('/api/auth/token')).toBe(1);
    expect(target.count('/api/auth/refresh')).toBe(1);
  });

  it('gives the new token to a call whose refusal arrives after the refresh', async () => {
    await using target = await tokenTarget();
    const signIn = createSignIn({ baseUrl: target.origin, credentials: password });
    const first = (await signIn.bearer()) ?? '';

    const renewed = await signIn.renewed(first);

    expect(await signIn.renewed(first)).toBe(renewed);
    expect(target.count('/api/auth/refresh')).toBe(1);
  });

  it('never lets two identities share a refresh', async () => {
    await using target = await tokenTarget();
    const clients = ['ada', 'bob'].map((username) =>
      createKamiwaza({ baseUrl: target.origin, credentials: { ...password, username } }),
    );
    await Promise.all(clients.map((api) => api.auth.me()));
    target.expire();

    const users = await Promise.all([...clients, ...clients].map((api) => api.auth.me()));

    expect(users.map(({ username }) => username)).toEqual(['ada', 'bob', 'ada', 'bob']);
    expect(target.count('/api/auth/refresh')).toBe(2);
  });

  it('renews a token before it expires', async () => {
    await using target = await tokenTarget({ life: 0 });
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });

    await api.auth.me();
    await api.auth.me();

    expect(target.count('/api/auth/refresh')).toBe(1);
    expect(target.count('/api/auth/users/me')).toBe(2);
  });

  it('signs in again when the refresh token is no longer accepted', async () => {
    await using target = await tokenTarget({ refreshable: false });
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });
    await api.auth.me();
    target.expire();

    await expect(api.auth.me()).resolves.toMatchObject({ username: 'tester' });

    expect(target.count('/api/auth/token')).toBe(2);
  });

  it('starts from a refresh token alone', async () => {
    await using target = await tokenTarget();
    const credentials = { kind: 'refresh', refreshToken: 'refresh-ada' } as const;
    const api = createKamiwaza({ baseUrl: target.origin, credentials });

    await expect(api.auth.me()).resolves.toMatchObject({ username: 'ada' });
    expect(target.count('/api/auth/token')).toBe(0);
  });

  it('reports a refused sign-in as such, without the password, and has no response for the call', async () => {
    await using target = await tokenTarget();
    const api = createKamiwaza({ baseUrl: target.origin, credentials: { ...password, password: 'wrong' } });

    const call = api.auth.me();

    await expect(call).rejects.toThrow(AuthenticationError);
    await expect(call).rejects.toThrow(/^401 from POST \/api\/auth\/token: Not authenticated \(request /);
    await expect(call.response).rejects.toThrow(AuthenticationError);
    expect(target.count('/api/auth/users/me')).toBe(0);
  });

  it('sends a call at most twice when the target refuses every token', async () => {
    await using target = await stubTarget(({ url }) =>
      url.includes('/auth/token') ? { body: { access_token: 'a', expires_in: 3600 } } : refused,
    );
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });

    await expect(api.auth.me()).rejects.toThrow(/Not authenticated, also with a renewed sign-in/);

    expect(target.count('/api/auth/users/me')).toBe(2);
  });

  it('does not hide a failing refresh', async () => {
    let broken = false;
    await using target = await stubTarget(({ url }) => {
      if (url.includes('/auth/token'))
        return { body: { access_token: 'a', expires_in: 3600, refresh_token: 'r' } };
      if (url.includes('/auth/refresh')) return { status: 500, body: { detail: 'Internal Server Error' } };
      return broken ? refused : { body: { username: 'tester', sub: 'id' } };
    });
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });
    await api.auth.me();
    broken = true;

    const call = api.auth.me();

    await expect(call).rejects.toThrow(/^500 from POST \/api\/auth\/refresh/);
    await expect(call.response).resolves.toMatchObject({ operationId: 'me', status: 401 });
  });

  it('signs in again after a failed sign-in', async () => {
    let down = true;
    const flaky = async (request: Request) => {
      if (down) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
      return fetch(request);
    };
    await using target = await tokenTarget();
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password, fetch: flaky });
    await expect(api.auth.me()).rejects.toThrow(UnreachableError);
    down = false;

    await expect(api.auth.me()).resolves.toMatchObject({ username: 'tester' });
  });
});

describe('a personal access token', () => {
  it('is refused once, and nothing is renewed', async () => {
    await using target = await tokenTarget();
    const api = createKamiwaza({
      baseUrl: target.origin,
      credentials: { kind: 'token', token: 'revoked-pat' },
    });

    const error = await api.auth.me().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).not.toMatch(/refresh|renew/);
    expect(target.seen.map(({ url }) => url)).toEqual(['/api/auth/users/me']);
  });

  it('with a line break in it is rejected by the client, unquoted', () => {
    const token = 'secret\nvalue';
    const create = () => createSignIn({ baseUrl: 'https://host', credentials: { kind: 'token', token } });
    expect(create).toThrow(/line break/);
    expect(create).not.toThrow(/secret/);
  });
});

describe('a sign-in', () => {
  it('does not serve a client of another target', () => {
    const signIn = createSignIn({ baseUrl: 'https://one', credentials: password });
    expect(() => createKamiwaza({ baseUrl: 'https://two', signIn })).toThrow(/belongs to https:\/\/one\/api/);
  });

  it("leaves a caller's own Authorization header alone and does not retry it", async () => {
    await using target = await tokenTarget();
    const api = createKamiwaza({ baseUrl: target.origin, credentials: password });

    await expect(api.auth.me({ headers: { authorization: 'Bearer forged' } })).rejects.toThrow(
      AuthenticationError,
    );

    expect(target.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer forged']);
  });
});
