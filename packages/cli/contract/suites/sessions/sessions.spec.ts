import { covers, expect, test } from '@uat/fixtures';

test.describe('everybody who signs in', () => {
  test('a role, twice', covers('ENG-44'), async ({ as }) => {
    const admin = await as('admin');
    const again = await as('admin', { fresh: true });

    await expect(admin.auth.me()).toSucceed();
    await expect(again.auth.me()).toSucceed();
  });

  test('by hand, and renewed', covers('ENG-44'), async ({ account, as }) => {
    const anyone = await as('anonymous');
    const { refresh_token } = await anyone.auth.token(account('admin'));

    await expect(anyone.auth.refresh({ refreshToken: String(refresh_token) })).toSucceed();
  });

  test('in front of the console', covers('ENG-44'), async ({ consoleAs }) => {
    const console = await consoleAs('admin');

    await expect(console.shell.sidebar).toBeVisible();
  });

  test('in a browser without a window', covers('ENG-44'), async ({ account, httpSession }) => {
    const visitor = await httpSession();

    await visitor.signIn(account('admin'));

    expect((await visitor.cookies()).map(({ name }) => name)).toContain('access_token');
  });

  test('with a token that was handed in', covers('ENG-44'), async ({ as }) => {
    const user = await as('user');

    await expect(user.auth.me()).toSucceed();
  });

  test('and then fails', covers('ENG-44'), async ({ as }) => {
    const admin = await as('admin', { fresh: true });

    await expect(admin.auth.me()).toBeDenied(401);
  });

  test('and then never ends', covers('ENG-45'), async ({ as }) => {
    test.setTimeout(0);
    const admin = await as('admin', { fresh: true });

    await expect.poll(() => admin.auth.me().then(({ username }) => username), { timeout: 0 }).toBe('nobody');
  });
});
