import { covers, expect, test } from '@uat/fixtures';

const day = 86_400;

test.describe('refresh tokens', () => {
  test(
    'a refresh token is exchanged for another one',
    covers('ENG-2902', { catches: 'AX39', severity: 'critical' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('user'));

      const renewed = await anyone.auth.refresh({ refreshToken: String(session.refresh_token) });

      expect(renewed.refresh_token, 'a refresh gives another refresh token').not.toBe(session.refresh_token);
      const again = anyone.auth.refresh({ refreshToken: String(renewed.refresh_token) });
      await expect(again).toSucceed();
    },
  );

  test(
    'a refreshed session is the same person with the same roles',
    covers('ENG-2902', { severity: 'critical' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('viewer'));
      const before = await (await as({ token: session.access_token })).auth.me();

      const renewed = await anyone.auth.refresh({ refreshToken: String(session.refresh_token) });

      const holder = await as({ token: renewed.access_token });
      expect(await holder.auth.me()).toEqual(before);
    },
  );

  test(
    'refreshes at the same moment give each user their own tokens',
    covers('ENG-2902', { catches: 'A28', severity: 'blocker' }),
    async ({ as, account, forge }) => {
      const anyone = await as('anonymous');
      const sessions = await Promise.all(
        [account('user'), account('viewer'), account('user'), account('viewer')].map((one) =>
          anyone.auth.token(one),
        ),
      );

      const renewed = await Promise.all(
        sessions.map((one) => anyone.auth.refresh({ refreshToken: String(one.refresh_token) })),
      );

      const subjects = renewed.map((one) => forge.claims(one.access_token).sub);
      expect(subjects, 'each user gets their own tokens').toEqual(
        sessions.map((one) => forge.claims(one.access_token).sub),
      );
      expect(new Set(subjects).size).toBe(2);
    },
  );

  test(
    'two tabs may refresh at the same moment',
    covers('ENG-2902', { catches: 'AX38b' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const { refresh_token: shared } = await anyone.auth.token(account('user'));

      const [one, other] = await Promise.all([
        anyone.auth.refresh({ refreshToken: String(shared) }),
        anyone.auth.refresh({ refreshToken: String(shared) }),
      ]);

      await expect((await as({ token: one.access_token })).auth.me()).toSucceed();
      await expect((await as({ token: other.access_token })).auth.me()).toSucceed();
    },
  );

  test(
    'a refresh token that was exchanged a minute ago is refused',
    covers('ENG-2902', { catches: ['AX38', 'AX39'], severity: 'critical' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const { refresh_token: used } = await anyone.auth.token(account('user'));
      await anyone.auth.refresh({ refreshToken: String(used) });
      const minuteLater = await as('anonymous', { clock: 60 });

      const replay = minuteLater.auth.refresh({ refreshToken: String(used) });

      await expect(replay).toBeDenied(401);
    },
  );

  test(
    'a refresh token that comes back ends the sign-in for both who hold it',
    covers('ENG-2902', { catches: ['AX38', 'AX61'], severity: 'critical' }),
    async ({ as, account, presentToken }) => {
      const anyone = await as('anonymous');
      const { refresh_token: stolen, access_token: first } = await anyone.auth.token(account('user'));
      const renewed = await anyone.auth.refresh({ refreshToken: String(stolen) });
      const minuteLater = await as('anonymous', { clock: 60 });

      await minuteLater.auth.refresh({ refreshToken: String(stolen) }).response;

      const next = anyone.auth.refresh({ refreshToken: String(renewed.refresh_token) });
      await expect(next).toBeDenied(401);
      expect(await presentToken(first)).toBeRefusedEverywhere();
      expect(await presentToken(renewed.access_token)).toBeRefusedEverywhere();
    },
  );

  test(
    'a refresh token that was not used for a year is refused',
    covers('ENG-2902', { catches: 'AX38c' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('user'));
      const yearLater = await as('anonymous', { clock: 366 * day });

      const refresh = yearLater.auth.refresh({ refreshToken: String(session.refresh_token) });

      await expect(refresh).toBeDenied(401);
    },
  );

  test(
    'anything but a refresh token is refused',
    covers('ENG-2902', { catches: 'AX62b' }),
    async ({ as }) => {
      const [anyone, user] = [await as('anonymous'), await as('user')];

      const accessToken = anyone.auth.refresh({ refreshToken: String(await user.signIn.bearer()) });
      const invention = anyone.auth.refresh({ refreshToken: 'a-token-that-was-never-issued' });

      await expect(accessToken).toBeDenied(401);
      await expect(invention).toBeDenied(401);
    },
  );
});
