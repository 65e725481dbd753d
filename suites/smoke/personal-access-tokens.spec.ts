import { covers, expect, test } from '@uat/fixtures';

test.describe('personal access tokens', () => {
  test(
    'a token is made, listed, used and revoked',
    covers('ENG-2861', { catches: 'A4', severity: 'critical' }),
    async ({ as, account, data }) => {
      const user = await as('user');

      const { token, pat } = await data.pat(user, { scope: 'write' });

      const script = await as({ token });
      expect(await script.auth.me()).toMatchObject({ username: account('user').username });
      const listed = user.auth.pats();
      await expect(listed).toMatchContract();
      expect((await listed).pats).toContainEqual(expect.objectContaining({ jti: pat.jti, revoked: false }));
      await expect(user.auth.revokePat(pat.jti)).toSucceed();
      await expect(script.auth.me()).toBeDenied(401);
    },
  );

  test('the limits of tokens are published', covers('ENG-2861'), async ({ as }) => {
    const user = await as('user');

    const limits = user.auth.patConfig();

    await expect(limits).toMatchContract();
    expect((await limits).scope_hierarchy).toEqual(['openid', 'write', 'admin']);
  });

  test(
    'a token of write scope reads models and the serving status',
    covers('ENG-2861', { catches: 'A6' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'write' });

      const script = await as({ token });

      await expect(script.models.list()).toSucceed();
      await expect(script.serving.status()).toSucceed();
    },
  );

  test(
    'a token of write scope is kept out of the cluster, even an administrator’s',
    covers('ENG-2861', { catches: 'A6' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'write' });

      const script = await as({ token });

      await expect(script.cluster.runningNodes()).toBeDenied(403);
    },
  );

  test(
    'a token of admin scope reaches the cluster',
    covers('ENG-2861', { catches: 'A6' }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('admin'), { scope: 'admin' });

      const script = await as({ token });

      await expect(script.cluster.runningNodes()).toSucceed();
    },
  );
});
