import { covers, expect, test } from '@uat/fixtures';

test.describe('tokens', () => {
  test(
    'a name and a password give a token that is accepted',
    covers('ENG-8749', { severity: 'blocker' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');

      const token = anyone.auth.token(account('user'));

      await expect(token).toMatchContract();
      const holder = await as({ token: (await token).access_token });
      expect(await holder.auth.me()).toMatchObject({ username: account('user').username });
    },
  );

  test(
    'a wrong password gives no token',
    covers('ENG-8749', { severity: 'blocker' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');

      const token = anyone.auth.token({ ...account('user'), password: 'not the password' });

      await expect(token).toBeDenied(401);
      await expect(token).toMatchContract();
    },
  );

  test('the published keys are RS256 and hold nothing private', covers('ENG-8749'), async ({ as }) => {
    const anyone = await as('anonymous');

    const jwks = anyone.auth.jwks();

    await expect(jwks).toMatchContract();
    const { keys } = await jwks;
    expect(keys).not.toEqual([]);
    expect(keys).toEqual(keys.map(() => expect.objectContaining({ alg: 'RS256', kty: 'RSA' })));
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  });

  test('a refresh token gives a new access token', covers('ENG-2902'), async ({ as, account }) => {
    const anyone = await as('anonymous');
    const { access_token: before, refresh_token: refreshToken } = await anyone.auth.token(account('user'));

    const refreshed = anyone.auth.refresh({ refreshToken: String(refreshToken) });

    await expect(refreshed).toMatchContract();
    const { access_token: token } = await refreshed;
    expect(token).not.toBe(before);
    const holder = await as({ token });
    expect(await holder.auth.me()).toMatchObject({ username: account('user').username });
  });

  test(
    'a logout ends the session behind the token at once',
    covers('ENG-6911', { catches: 'A1', severity: 'critical', requires: ['grant:sessions'] }),
    async ({ as }) => {
      const user = await as('user', { fresh: true });
      const bearer = await user.signIn.bearer();
      const holder = await as({ token: String(bearer) });
      await expect(holder.auth.me()).toSucceed();

      const logout = user.auth.logout();

      await expect(logout).toMatchContract();
      expect(await logout).toMatchObject({
        front_channel_logout_url: expect.stringContaining('/api/auth/logout/front-channel'),
      });
      await expect(holder.auth.me()).toBeDenied(401);
    },
  );
});
