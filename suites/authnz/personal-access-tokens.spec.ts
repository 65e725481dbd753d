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
    'the tokens of one user are nobody else’s business',
    covers('ENG-2861', { severity: 'critical', needs: ['grant:tokens'] }),
    async ({ as, data }) => {
      const { token, pat } = await data.pat(await as('user'), { scope: 'write' });
      const viewer = await as('viewer');

      const { pats } = await viewer.auth.pats();
      const revoked = await viewer.auth.revokePat(pat.jti).answer;

      expect(pats.map(({ jti }) => jti)).not.toContain(pat.jti);
      expect([403, 404]).toContain(revoked.status);
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();
    },
  );

  test(
    'the list of tokens does not give the tokens away',
    covers('ENG-2861', { severity: 'critical', needs: ['grant:tokens'] }),
    async ({ as, data }) => {
      const user = await as('user');
      const { token, pat } = await data.pat(user, { scope: 'write' });

      const { pats } = await user.auth.pats();

      expect(pats.map(({ jti }) => jti)).toContain(pat.jti);
      expect(JSON.stringify(pats)).not.toContain(token);
    },
  );

  test(
    'a token made in the settings works until it is revoked there',
    covers('ENG-2861', { regression: 'A4', needs: ['grant:users', 'offer:users', 'grant:tokens'] }),
    async ({ as, consoleAs, data }) => {
      const console = await consoleAs('anonymous');
      const account = await data.user('user');
      await console.open('/settings');
      await console.signInPage.signIn(account);

      const token = await console.settingsPage.createToken('laptop');
      const script = await as({ token });

      expect(await script.auth.me()).toMatchObject({ username: account.username });
      await console.settingsPage.revokeToken('laptop');
      await expect(console.settingsPage.tokens.getByRole('row', { name: 'laptop' })).toContainText('Revoked');
      await expect(script.auth.me()).toBeDenied(401);
    },
  );
});
