import { covers, expect, type Kamiwaza, test } from '@uat/fixtures';

// In order: a test that compares the published keys must not meet another one that retires a key.
test.describe.configure({ mode: 'default' });

const hour = 3600;
/** Seconds for which a gateway may rely on the keys that it has. */
const keysKept = 300;
/** The members of a JSON Web Key that belong to the private key (RFC 7518, 6.3.2). */
const privateParts = /"(d|p|q|dp|dq|qi)":/;

/** A token of the user, signed with a key of its own that was published without a rotation. */
async function tokenOfNewKey(admin: Kamiwaza, claims: object): Promise<{ kid: string; token: string }> {
  const { kid } = await admin.testing.publishKey();
  const exp = Math.floor(Date.now() / 1000) + hour;
  const { token } = await admin.testing.token({ ...claims, exp }, { kid });
  return { kid, token };
}

// A rotation concerns everybody on the target, but goes unnoticed as long as these promises are kept.
test.describe('rotation of signing keys', () => {
  test(
    'sessions from before a rotation go on',
    covers('ENG-8749', {
      catches: 'AX64',
      severity: 'critical',
      requires: ['capability:keys', 'grant:config'],
    }),
    async ({ as, account, presentToken }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const session = await anyone.auth.token(account('user'));

      await admin.keys.rotate();

      expect(await presentToken(session.access_token)).toBeAcceptedEverywhere();
      const refresh = anyone.auth.refresh({ refreshToken: String(session.refresh_token) });
      await expect(refresh).toSucceed();
    },
  );

  test(
    'personal access tokens from before a rotation go on',
    covers('ENG-2861', {
      catches: 'AX64',
      severity: 'critical',
      requires: ['capability:keys', 'grant:config'],
    }),
    async ({ as, data, presentToken }) => {
      const admin = await as('admin');
      const { token } = await data.pat(await as('user'), { scope: 'write' });

      await admin.keys.rotate();

      expect(await presentToken(token)).toBeAcceptedEverywhere();
    },
  );

  test(
    'sign-ins after a rotation are accepted at every entry point within five minutes',
    covers('ENG-8749', {
      catches: 'A7',
      severity: 'critical',
      requires: ['capability:keys', 'grant:config'],
    }),
    async ({ as, account, forge, presentToken }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const before = await anyone.auth.token(account('user'));

      await admin.keys.rotate();
      const after = await anyone.auth.token(account('user'));

      expect(forge.keyOf(after.access_token)).not.toBe(forge.keyOf(before.access_token));
      expect(await presentToken(after.access_token, { clock: keysKept })).toBeAcceptedEverywhere();
    },
  );

  test(
    'personal access tokens made after a rotation are accepted at every entry point within five minutes',
    covers('ENG-2861', {
      catches: 'A7',
      severity: 'critical',
      requires: ['capability:keys', 'grant:config'],
    }),
    async ({ as, data, forge, presentToken }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const before = await data.pat(user, { scope: 'write' });

      await admin.keys.rotate();
      const after = await data.pat(user, { scope: 'write' });

      expect(forge.keyOf(after.token)).not.toBe(forge.keyOf(before.token));
      expect(await presentToken(after.token, { clock: keysKept })).toBeAcceptedEverywhere();
    },
  );

  test(
    'tokens of a key that was not announced are accepted at every entry point within five minutes',
    covers('ENG-8749', {
      catches: 'A7',
      requires: ['capability:key-publishing', 'capability:mint', 'grant:config', 'grant:tokens'],
    }),
    async ({ as, forge, presentToken }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const claims = forge.claims(String(await user.signIn.bearer()));
      const { kid, token } = await tokenOfNewKey(admin, claims);

      const answers = await presentToken(token, { clock: keysKept });
      await admin.testing.retireKey(kid);
      expect(answers).toBeAcceptedEverywhere();
    },
  );

  test(
    'tokens of a key that was taken back are accepted nowhere after five minutes',
    covers('ENG-8749', {
      catches: 'AX84',
      severity: 'critical',
      requires: ['capability:key-publishing', 'capability:mint', 'grant:config', 'grant:tokens'],
    }),
    async ({ as, forge, presentToken }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const claims = forge.claims(String(await user.signIn.bearer()));
      const { kid, token } = await tokenOfNewKey(admin, claims);
      expect(await presentToken(token, { clock: keysKept })).toBeAcceptedEverywhere();

      await admin.testing.retireKey(kid);

      expect(await presentToken(token, { clock: 2 * keysKept })).toBeRefusedEverywhere();
    },
  );

  test(
    'a rotation publishes the new key beside those before, and nothing private',
    covers('ENG-8749', {
      catches: ['AX64', 'AX65'],
      severity: 'blocker',
      requires: ['capability:keys', 'grant:config'],
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
      expect(JSON.stringify(keys), 'the published keys hold nothing private').not.toMatch(privateParts);
    },
  );

  test(
    'the published keys hold nothing private',
    covers('ENG-8749', { catches: 'AX65', severity: 'blocker' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const { keys } = await anyone.auth.jwks();

      expect(keys, 'keys are published').not.toEqual([]);
      expect(JSON.stringify(keys), 'the published keys hold nothing private').not.toMatch(privateParts);
    },
  );

  test(
    'keys are rotated by administrators only',
    covers('ENG-8749', {
      catches: 'AX72',
      severity: 'critical',
      requires: ['capability:keys', 'grant:config'],
    }),
    async ({ as }) => {
      const [user, viewer, anyone] = [await as('user'), await as('viewer'), await as('anonymous')];
      const before = await anyone.auth.jwks();

      const rotations = [user.keys.rotate(), viewer.keys.rotate(), anyone.keys.rotate()] as const;

      await expect(rotations[0]).toBeDenied(403);
      await expect(rotations[1]).toBeDenied(403);
      await expect(rotations[2]).toBeDenied(401);
      expect((await anyone.auth.jwks()).keys).toEqual(before.keys);
    },
  );
});
