import { covers, expect, test } from '@uat/fixtures';

// A rotation concerns everybody on the target. Nobody else notices one that keeps these promises.
test.describe('rotation of signing keys', () => {
  test(
    'sessions from before a rotation go on',
    covers('ENG-8749', {
      regression: 'AX64',
      severity: 'critical',
      needs: ['offer:keys', 'grant:config'],
    }),
    async ({ as, account, knock }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const session = await anyone.auth.token(account('user'));

      await admin.keys.rotate();

      expect(await knock(session.access_token)).toBeAcceptedEverywhere();
      const refresh = anyone.auth.refresh({ refreshToken: String(session.refresh_token) });
      await expect(refresh).toSucceed();
    },
  );

  test(
    'personal access tokens from before a rotation go on',
    covers('ENG-2861', {
      regression: 'AX64',
      severity: 'critical',
      needs: ['offer:keys', 'grant:config', 'grant:tokens'],
    }),
    async ({ as, data, knock }) => {
      const admin = await as('admin');
      const { token } = await data.pat(await as('user'), { scope: 'write' });

      await admin.keys.rotate();

      expect(await knock(token)).toBeAcceptedEverywhere();
    },
  );

  test(
    'sign-ins after a rotation are accepted at once at every door',
    covers('ENG-8749', {
      regression: 'A7',
      severity: 'critical',
      needs: ['offer:keys', 'grant:config'],
    }),
    async ({ as, account, forge, knock }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const before = await anyone.auth.token(account('user'));

      await admin.keys.rotate();
      const after = await anyone.auth.token(account('user'));

      expect(forge.keyOf(after.access_token)).not.toBe(forge.keyOf(before.access_token));
      expect(await knock(after.access_token)).toBeAcceptedEverywhere();
    },
  );

  test(
    'personal access tokens made after a rotation are accepted at once at every door',
    covers('ENG-2861', {
      regression: 'A7',
      severity: 'critical',
      needs: ['offer:keys', 'grant:config', 'grant:tokens'],
    }),
    async ({ as, data, forge, knock }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const before = await data.pat(user, { scope: 'write' });

      await admin.keys.rotate();
      const after = await data.pat(user, { scope: 'write' });

      expect(forge.keyOf(after.token)).not.toBe(forge.keyOf(before.token));
      expect(await knock(after.token)).toBeAcceptedEverywhere();
    },
  );

  test(
    'a rotation publishes the new key beside those before, and nothing private',
    covers('ENG-8749', {
      regression: ['AX64', 'AX65'],
      severity: 'blocker',
      needs: ['offer:keys', 'grant:config'],
    }),
    async ({ as }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const before = await anyone.auth.jwks();

      const { kid } = await admin.keys.rotate();

      const { keys } = await anyone.auth.jwks();
      const kids = keys.map((key) => key.kid);
      expect(before.keys.map((key) => key.kid)).not.toContain(kid);
      expect(kids, 'the keys before and the new one are published').toEqual(
        expect.arrayContaining([kid, ...before.keys.map((key) => key.kid)]),
      );
      expect(new Set(kids).size).toBe(kids.length);
      expect(JSON.stringify(keys), 'the published keys hold nothing private').not.toMatch(
        /"(d|p|q|dp|dq|qi)":/,
      );
    },
  );

  test(
    'the published keys hold nothing private',
    covers('ENG-8749', { regression: 'AX65', severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const { keys } = await anyone.auth.jwks();

      expect(keys, 'keys are published').not.toEqual([]);
      expect(JSON.stringify(keys), 'the published keys hold nothing private').not.toMatch(
        /"(d|p|q|dp|dq|qi)":/,
      );
    },
  );

  test(
    'keys are rotated by administrators only',
    covers('ENG-8749', { severity: 'critical', needs: ['offer:keys', 'grant:config'] }),
    async ({ as }) => {
      const [user, viewer, anyone] = [await as('user'), await as('viewer'), await as('anonymous')];

      const rotations = [user.keys.rotate(), viewer.keys.rotate(), anyone.keys.rotate()] as const;

      await expect(rotations[0]).toBeDenied(403);
      await expect(rotations[1]).toBeDenied(403);
      await expect(rotations[2]).toBeDenied(401);
    },
  );
});
