import { covers, expect, test } from '@uat/fixtures';

test.describe('identity', () => {
  test('whoami names the signed-in user', covers('ENG-8749', { severity: 'blocker' }), async ({ as }) => {
    const viewer = await as('viewer');

    const whoami = viewer.whoami();

    await expect(whoami).toMatchContract();
    const { sub } = await viewer.auth.me();
    expect(await whoami).toMatchObject({ user_id: sub, roles: expect.arrayContaining(['viewer']) });
  });

  test(
    'the user endpoint names the signed-in user and the roles',
    covers('ENG-8749'),
    async ({ as, account }) => {
      const user = await as('user');

      const me = user.auth.me();

      await expect(me).toMatchContract();
      const { username, roles } = await me;
      expect(username).toBe(account('user').username);
      // An identity provider may add roles of its own to everybody.
      expect(roles).toContain('user');
      expect(roles).not.toContain('admin');
    },
  );

  test('a visitor without a token is nobody', covers('ENG-2861', { severity: 'blocker' }), async ({ as }) => {
    const anyone = await as('anonymous');

    const whoami = anyone.whoami();

    await expect(whoami).toBeDenied(401);
    await expect(whoami).toMatchContract();
  });
});
