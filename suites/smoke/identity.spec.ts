import { covers, expect, test } from '@uat/fixtures';

test.describe('identity', () => {
  test('whoami names the signed-in user', covers('ENG-8749', { severity: 'blocker' }), async ({ as }) => {
    const viewer = await as('viewer');

    const whoami = viewer.whoami();

    await expect(whoami).toMatchContract();
    const { sub } = await viewer.auth.me();
    const { user_id: id, roles } = await whoami;
    expect(id).toBe(sub);
    expect(roles).toHaveRoles('viewer');
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
      expect(roles).toHaveRoles('user');
    },
  );

  test(
    'a visitor without a token has no identity',
    covers('ENG-2861', { severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const whoami = anyone.whoami();

      await expect(whoami).toBeDenied(401);
      await expect(whoami).toMatchContract();
    },
  );
});
