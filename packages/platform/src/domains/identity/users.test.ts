import { beforeAll, describe, expect, test } from 'vitest';

import { createFakeBrowser } from '../../testing/fake-browser.ts';
import { signInByForm } from '../../testing/sign-in-by-form.ts';
import { testedPlatform, json, type TestedPlatform } from '../../testing/tested-platform.ts';

let tested: TestedPlatform;
let admin: string;
let viewer: string;

beforeAll(async () => {
  tested = await testedPlatform();
  [admin, viewer] = await Promise.all([tested.token('admin'), tested.token('testuser')]);
});

const as = (token: string, method: string, path: string, body?: unknown) =>
  tested.call(method, path, { token, ...(body !== undefined && json(body)) });

let made = 0;
const newUser = (extra: object = {}) => {
  const username = `person-${(made += 1)}`;
  return { username, email: `${username}@example.com`, password: 'twelve and more', ...extra };
};
const create = async (extra: object = {}) => {
  const user = newUser(extra);
  return { ...(await as(admin, 'POST', '/auth/users/local', user)).body, password: user.password };
};
const works = async (token: string) => (await as(token, 'GET', '/auth/users/me')).status === 200;
const tokensOf = async (user: { username: string; password: string }) =>
  (await tested.signIn(user.username, user.password)).body;

describe('a new user', () => {
  test('can sign in, is listed, found, and has the roles that were given', async () => {
    const user = newUser({ roles: ['user', 'user'] });
    const { status, body } = await as(admin, 'POST', '/auth/users/local', user);

    expect([status, body]).toMatchObject([
      201,
      { username: user.username, email: user.email, roles: ['user'], active: true, deleted: false },
    ]);
    const { access_token } = await tokensOf(user);
    expect((await as(access_token, 'GET', '/whoami')).body.roles).toEqual(['user']);
    expect((await as(admin, 'GET', '/auth/users/')).body).toContainEqual(body);
    expect((await as(admin, 'GET', `/auth/users/${body.id}`)).body).toEqual(body);
    expect((await as(admin, 'GET', `/auth/users/resolve/${body.id}`)).body).toEqual(body);
  });

  test('without roles is a viewer', async () => {
    expect((await create()).roles).toEqual(['viewer']);
  });

  test.each([
    ['a short password', { password: 'eleven char' }, 'password'],
    ['no password', { password: undefined }, 'password'],
    ['no address', { email: undefined }, 'email'],
    ['an invalid address', { email: 'nobody' }, 'email'],
    ['an unknown role', { roles: ['viewer', 'root'] }, 'roles'],
    ['the role of those who are not signed in', { roles: ['anonymous'] }, 'roles'],
    ['no name', { username: '' }, 'username'],
    ['a name of two lines', { username: 'a\nb' }, 'username'],
  ])('with %s is refused and not half there', async (_what, extra, field) => {
    const user = newUser(extra);
    const { status, body } = await as(admin, 'POST', '/auth/users/local', user);

    expect(status).toBe(422);
    expect(body.detail[0].loc.slice(0, 2)).toEqual(['body', field]);
    expect((await as(admin, 'GET', '/auth/users/')).body).not.toContainEqual(
      expect.objectContaining({ username: user.username }),
    );
  });

  test('whose name is taken, in whatever case, is refused', async () => {
    expect((await as(admin, 'POST', '/auth/users/local', newUser({ username: 'TESTER' }))).status).toBe(409);
  });

  test('can be made by one of two that ask at the same moment', async () => {
    const user = newUser();
    const answers = await Promise.all([1, 2].map(() => as(admin, 'POST', '/auth/users/local', user)));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  test.each(['null', '[]', '{', ''])('described as %j is refused', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const { status } = await tested.call('POST', '/auth/users/local', { token: admin, headers, body });

    expect(status).toBe(422);
  });
});

describe('somebody who is no administrator', () => {
  test.each([
    ['GET', '/auth/users/'],
    ['POST', '/auth/users/local'],
    ['GET', '/auth/users/11111111-1111-1111-1111-111111111111'],
    ['PUT', '/auth/users/11111111-1111-1111-1111-111111111111'],
    ['DELETE', '/auth/users/11111111-1111-1111-1111-111111111111'],
    ['POST', '/auth/users/11111111-1111-1111-1111-111111111111/password'],
    ['GET', '/auth/users/resolve/x'],
    ['DELETE', '/auth/sessions/x'],
    ['POST', '/auth/sessions/purge'],
    ['POST', '/auth/keys/rotate'],
    ['PUT', '/auth/policy'],
    ['PUT', '/security/admin/config'],
  ])('may not %s %s, and neither may anonymous callers', async (method, path) => {
    expect((await as(viewer, method, path)).status).toBe(403);
    expect((await tested.call(method, path)).status).toBe(401);
  });
});

test('an unknown user is not found, and an id that is none invalid', async () => {
  const unknown = '/auth/users/11111111-1111-1111-1111-111111111111';
  const answers = await Promise.all([
    as(admin, 'GET', unknown),
    as(admin, 'PUT', unknown, {}),
    as(admin, 'DELETE', unknown),
    as(admin, 'POST', `${unknown}/password`, { new_password: 'twelve and more' }),
    as(admin, 'GET', '/auth/users/resolve/unknown'),
    as(admin, 'GET', '/auth/users/unknown'),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 422]);
});

describe('a change', () => {
  test('of one thing leaves the others', async () => {
    const user = await create({ roles: ['user'] });
    const { body } = await as(admin, 'PUT', `/auth/users/${user.id}`, { email: 'new@example.com' });

    const { id, username, roles } = user;
    expect(body).toMatchObject({ id, username, roles, email: 'new@example.com', active: true });
  });

  test('to a name that is taken is refused, to the own name in another case not', async () => {
    const user = await create();

    expect((await as(admin, 'PUT', `/auth/users/${user.id}`, { username: 'admin' })).status).toBe(409);
    const upper = user.username.toUpperCase();
    expect((await as(admin, 'PUT', `/auth/users/${user.id}`, { username: upper })).body.username).toBe(upper);
  });

  test('to an unknown role changes nothing', async () => {
    const user = await create();
    const change = { email: 'x@example.com', roles: ['root'] };

    expect((await as(admin, 'PUT', `/auth/users/${user.id}`, change)).status).toBe(422);
    expect((await as(admin, 'GET', `/auth/users/${user.id}`)).body.email).toBe(user.email);
  });

  test('that takes a role away counts at once, for sessions and tokens alike', async () => {
    const user = await create({ roles: ['admin'] });
    const { access_token } = await tokensOf(user);
    const pat = (await as(access_token, 'POST', '/auth/pats', { scope: 'admin' })).body.token;
    await as(admin, 'PUT', `/auth/users/${user.id}`, { roles: ['viewer'] });

    expect((await as(access_token, 'GET', '/cluster/nodes')).status).toBe(403);
    expect((await as(pat, 'GET', '/cluster/nodes')).status).toBe(403);
  });

  test('that deactivates ends every session and token for good, and the sign-in', async () => {
    const user = await create();
    const { access_token, refresh_token } = await tokensOf(user);
    const pat = (await as(access_token, 'POST', '/auth/pats', {})).body.token;
    await as(admin, 'PUT', `/auth/users/${user.id}`, { active: false });

    expect([await works(access_token), await works(pat)]).toEqual([false, false]);
    expect((await tested.signIn(user.username, user.password)).status).toBe(401);
    await as(admin, 'PUT', `/auth/users/${user.id}`, { active: true });
    expect([await works(access_token), await works(pat)]).toEqual([false, false]);
    expect((await tested.call('POST', `/auth/refresh?refresh_token=${refresh_token}`)).status).toBe(401);
    expect((await tested.signIn(user.username, user.password)).status).toBe(200);
  });
});

describe('a removed user', () => {
  test('is gone with sessions and tokens, and leaves the name free', async () => {
    const user = await create();
    const { access_token } = await tokensOf(user);
    const pat = (await as(access_token, 'POST', '/auth/pats', {})).body.token;
    const { body } = await as(admin, 'DELETE', `/auth/users/${user.id}`);

    expect(body).toMatchObject({ id: user.id, deleted: true, active: false });
    expect([await works(access_token), await works(pat)]).toEqual([false, false]);
    expect((await as(admin, 'GET', `/auth/users/${user.id}`)).status).toBe(404);
    expect((await create({ username: user.username })).id).not.toBe(user.id);
  });
});

describe('the last administrator', () => {
  test.each([
    ['DELETE', undefined],
    ['PUT', { roles: ['user'] }],
    ['PUT', { active: false }],
  ])('stays one in spite of %s %j', async (method, body) => {
    const { sub } = (await as(admin, 'GET', '/auth/users/me')).body;

    expect((await as(admin, method, `/auth/users/${sub}`, body)).status).toBe(409);
    expect((await as(admin, 'GET', '/cluster/nodes')).status).toBe(200);
  });

  test('is one who is left after another was deactivated', async () => {
    const other = await create({ roles: ['admin'] });
    const { sub } = (await as(admin, 'GET', '/auth/users/me')).body;
    await as(admin, 'PUT', `/auth/users/${other.id}`, { active: false });

    expect((await as(admin, 'DELETE', `/auth/users/${sub}`)).status).toBe(409);
    expect((await as(admin, 'DELETE', `/auth/users/${other.id}`)).status).toBe(200);
  });
});

describe('a password', () => {
  const password = 'another, longer one';

  test('that an administrator sets ends the sessions of that user and replaces the old one', async () => {
    const user = await create();
    const { access_token } = await tokensOf(user);
    const path = `/auth/users/${user.id}/password`;
    expect((await as(admin, 'POST', path, { new_password: 'short' })).status).toBe(422);
    expect(await works(access_token)).toBe(true);

    expect((await as(admin, 'POST', path, { new_password: password })).body.id).toBe(user.id);

    expect(await works(access_token)).toBe(false);
    expect((await tested.signIn(user.username, user.password)).status).toBe(401);
    expect((await tested.signIn(user.username, password)).status).toBe(200);
    expect(await works(admin)).toBe(true);
  });

  test('that a user changes ends the other sessions and keeps this one', async () => {
    const user = await create();
    const [here, elsewhere] = [await tokensOf(user), await tokensOf(user)];
    const browser = createFakeBrowser();
    await signInByForm(browser, tested.url, user);
    const change = { current_password: user.password, new_password: password };

    const { body } = await as(here.access_token, 'POST', '/auth/users/me/password', change);

    expect(body).toEqual({ changed: true });
    expect([await works(here.access_token), await works(elsewhere.access_token)]).toEqual([true, false]);
    const again = await browser.follow(`${tested.url}/api/auth/login`);
    expect(again.here.pathname).toBe('/login');
  });

  test('changed in a browser keeps that browser signed in', async () => {
    const user = await create();
    const browser = createFakeBrowser();
    await signInByForm(browser, tested.url, user);
    const change = { current_password: user.password, new_password: password };
    const { headers, body } = json(change);
    const answer = await browser.visit(`${tested.url}/api/auth/users/me/password`, {
      method: 'POST',
      headers: headers ?? {},
      body: body ?? null,
    });

    expect(answer.status).toBe(200);
    expect((await browser.follow(`${tested.url}/api/auth/login?redirect_uri=/models`)).here.pathname).toBe(
      '/models',
    );
  });
});

test('what administrators did is on record, with names', async () => {
  const user = await create();
  await as(admin, 'DELETE', `/auth/users/${user.id}`);
  const { body } = await as(admin, 'GET', '/activity/activities/');

  expect(body.slice(0, 2)).toMatchObject([
    {
      action: 'user-deleted',
      username: 'admin',
      target: user.username,
      apicall: `DELETE /auth/users/${user.id}`,
    },
    { action: 'user-created', username: 'admin', target: user.username, module: 'auth' },
  ]);
});

test('nothing of this made the platform complain', () => {
  expect(tested.complaints).toEqual([]);
});
