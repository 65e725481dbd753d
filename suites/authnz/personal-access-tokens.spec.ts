import { covers, expect, test } from '@uat/fixtures';

test.describe('personal access tokens', () => {
  test(
    'a revoked token stops working at once',
    covers('ENG-2861', { regression: 'A4', severity: 'critical', needs: ['grant:tokens'] }),
    async ({ as, data }) => {
      const user = await as('user');
      const { token, pat } = await data.pat(user, { scope: 'write' });
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();

      await user.auth.revokePat(pat.jti);

      await expect(script.auth.me()).toBeDenied(401);
      await expect(script.auth.validate({ method: 'GET', uri: '/api/models/' })).toBeDenied(401);
    },
  );

  test(
    'a token for another audience is refused',
    covers('ENG-2861', { regression: 'A3', needs: ['grant:tokens'] }),
    async ({ as, data }) => {
      const { token } = await data.pat(await as('user'), { scope: 'write', aud: 'another-platform' });

      const script = await as({ token });

      await expect(script.auth.me()).toBeDenied(401);
    },
  );

  test(
    'the list of tokens does not give the tokens away',
    covers('ENG-2861', { severity: 'critical', needs: ['grant:tokens'] }),
    async ({ as, data }) => {
      const user = await as('user');
      const { token } = await data.pat(user, { scope: 'write' });

      const pats = await user.auth.pats();

      expect(JSON.stringify(pats)).not.toContain(token);
    },
  );
});
