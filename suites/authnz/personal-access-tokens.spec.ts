import { covers, expect, test } from '@uat/fixtures';

test.describe('personal access tokens', () => {
  test(
    'a revoked token stops working at once',
    covers('ENG-2861', { catches: ['A4', 'A4b'], severity: 'critical' }),
    async ({ as, data, presentToken }) => {
      const user = await as('user');
      const { token, pat } = await data.pat(user, { scope: 'write' });
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();

      await user.auth.revokePat(pat.jti);

      expect(await presentToken(token)).toBeRefusedEverywhere();
    },
  );

  test(
    'a token for another audience is refused',
    covers('ENG-2861', { catches: 'A3' }),
    async ({ as, data, presentToken }) => {
      const { token } = await data.pat(await as('user'), { scope: 'write', aud: 'another-platform' });

      const answers = await presentToken(token);

      expect(answers).toBeRefusedEverywhere();
    },
  );

  test(
    'a token made without an audience is for this platform',
    covers('ENG-2861', { catches: 'A3b', severity: 'critical' }),
    async ({ as, data }) => {
      const { token, pat } = await data.pat(await as('user'), { scope: 'write' });

      const script = await as({ token });

      expect(pat.aud, 'the default audience is this platform').toBe('kamiwaza-platform');
      await expect(script.auth.me()).toSucceed();
    },
  );

  test(
    'a token stands for its owner',
    covers('ENG-2861', { catches: 'AX69c', severity: 'critical' }),
    async ({ as, data }) => {
      const user = await as('user');
      const owner = await user.auth.me();
      const { token } = await data.pat(user, { scope: 'write' });

      const script = await as({ token });

      expect(await script.auth.me()).toMatchObject({ sub: owner.sub, username: owner.username });
      expect(await script.whoami()).toMatchObject({ user_id: owner.sub });
      const { headers } = await script.auth.validate();
      expect(headers).toMatchObject({ 'x-user-id': owner.sub, 'x-user-name': owner.username });
    },
  );

  test(
    'the tokens of a removed user end with them',
    covers('ENG-2861', {
      catches: 'AX67b',
      severity: 'critical',
      requires: ['grant:tokens'],
    }),
    async ({ as, freshUser, presentToken }) => {
      const [admin, { api: owner, user }] = [await as('admin'), await freshUser('user')];
      const { token } = await owner.auth.createPat({ scope: 'write' });
      expect(await presentToken(token)).toBeAcceptedEverywhere();

      await admin.users.remove(user.id);

      expect(await presentToken(token)).toBeRefusedEverywhere();
    },
  );

  test(
    'the tokens of one user are out of reach of other users',
    covers('ENG-2861', { catches: 'AX69b', severity: 'critical' }),
    async ({ as, data }) => {
      const { token, pat } = await data.pat(await as('user'), { scope: 'write' });
      const viewer = await as('viewer');

      const { pats } = await viewer.auth.pats();
      const revoked = await viewer.auth.revokePat(pat.jti).response;

      expect(pats.map(({ jti }) => jti)).not.toContain(pat.jti);
      expect([403, 404], `revoking it is refused, not answered with ${revoked.status}`).toContain(
        revoked.status,
      );
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();
    },
  );

  test(
    'the tokens of a user are out of reach of administrators too',
    covers('ENG-2861', { catches: ['AX69', 'AX69b'], severity: 'critical' }),
    async ({ as, data }) => {
      const { token, pat } = await data.pat(await as('user'), { scope: 'write' });
      const admin = await as('admin');

      const { pats } = await admin.auth.pats();
      const revoked = await admin.auth.revokePat(pat.jti).response;

      const { sub } = await admin.auth.me();
      expect(
        pats.filter((one) => one.owner_id !== sub),
        'the list holds no token of others',
      ).toEqual([]);
      expect([403, 404], `revoking it is refused, not answered with ${revoked.status}`).toContain(
        revoked.status,
      );
      const script = await as({ token });
      await expect(script.auth.me()).toSucceed();
    },
  );

  test(
    'the list of tokens does not give the tokens away',
    covers('ENG-2861', { severity: 'critical' }),
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
    covers('ENG-2861', { catches: 'A4' }),
    async ({ as, consoleAs, data }) => {
      const console = await consoleAs('anonymous', { at: '/settings' });
      const account = await data.user('user');
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
