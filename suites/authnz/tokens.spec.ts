import { covers, expect, test } from '@uat/fixtures';

const hour = 3600;
const now = () => Math.floor(Date.now() / 1000);

/** What the target did not sign. */
const forgeries = [
  { kind: 'unsigned', title: 'a token without a signature is refused', catches: 'AX30' },
  {
    kind: 'unsigned, spelled otherwise',
    title: 'a token without a signature is refused however it spells that',
    catches: 'AX30',
  },
  {
    kind: 'unsigned, with the old signature',
    title: 'a token that disowns its signature is refused',
    catches: 'AX30',
  },
  { kind: 'signature cut off', title: 'a token whose signature was cut off is refused', catches: 'AX60' },
  { kind: 'tampered', title: 'a token whose roles were changed is refused', catches: 'AX60' },
  {
    kind: 'another key under the published kid',
    title: 'a token of a foreign key under the name of a known one is refused',
    catches: 'AX60',
  },
  {
    kind: 'another key under its own kid',
    title: 'a token of a key that is no longer there is refused',
    catches: 'A7b',
  },
  { kind: 'another key without a kid', title: 'a token of a nameless key is refused', catches: 'A7b' },
  { kind: 'key in the header', title: 'a token that brings its own key is refused', catches: 'AX32' },
  {
    kind: 'address of a key set in the header',
    title: 'a token that says where its keys are is refused',
    catches: 'AX32',
  },
  {
    kind: 'certificate in the header',
    title: 'a token that brings its own certificate is refused',
    catches: 'AX32',
  },
  {
    kind: 'public key as a secret, in PEM',
    title: 'a token signed with the public key as a secret is refused',
    catches: 'AX31',
  },
  {
    kind: 'public key as a secret, in JSON',
    title: 'a token signed with the published JSON as a secret is refused',
    catches: 'AX31',
  },
] as const;

/** Signed with the right key, so that nothing but the claim is wrong. */
const wrongClaims = [
  {
    claims: () => ({ iss: 'https://elsewhere.example.com/realms/kamiwaza' }),
    title: 'a token of another issuer is refused',
    catches: 'AX33',
  },
  {
    claims: () => ({ aud: 'another-platform' }),
    title: 'a token for another audience is refused even with a valid signature',
    catches: 'AX34',
  },
  {
    claims: () => ({ iat: now() - 2 * hour, exp: now() - hour }),
    title: 'a token that expired an hour ago is refused',
    catches: 'AX35',
  },
  { claims: () => ({ exp: undefined }), title: 'a token that never expires is refused', catches: 'AX35b' },
  {
    claims: () => ({ nbf: now() + hour / 2 }),
    title: 'a token that is not valid yet is refused',
    catches: 'AX36',
  },
  {
    claims: () => ({ typ: 'ID' }),
    title: 'a token that calls itself an ID token is refused',
    catches: 'AX37',
  },
  {
    claims: () => ({ sub: crypto.randomUUID() }),
    title: 'a token for somebody who is not there is refused',
    catches: 'AX37b',
  },
];

test.describe('tokens', () => {
  test(
    'a token is accepted as bearer, as cookie and by forward authentication',
    covers('ENG-8749', { severity: 'blocker' }),
    async ({ as, presentToken }) => {
      const user = await as('user');

      const answers = await presentToken(String(await user.signIn.bearer()));

      expect(answers).toBeAcceptedEverywhere();
    },
  );

  for (const { kind, title, catches } of forgeries) {
    test(title, covers('ENG-8749', { catches, severity: 'blocker' }), async ({ as, forge, presentToken }) => {
      const user = await as('user');
      const forged = await forge.token(kind, String(await user.signIn.bearer()));

      const answers = await presentToken(forged);

      expect(answers).toBeRefusedEverywhere();
    });
  }

  test(
    'a token of the right claims and key is accepted',
    covers('ENG-8749', { requires: ['capability:mint', 'grant:tokens'] }),
    async ({ as, forge, presentToken }) => {
      const [admin, user] = [await as('admin'), await as('user')];
      const claims = forge.claims(String(await user.signIn.bearer()));

      const { token } = await admin.testing.token({ ...claims, jti: crypto.randomUUID() });

      expect(await presentToken(token)).toBeAcceptedEverywhere();
    },
  );

  for (const { claims: wrong, title, catches } of wrongClaims) {
    test(
      title,
      covers('ENG-8749', { catches, severity: 'critical', requires: ['capability:mint', 'grant:tokens'] }),
      async ({ as, forge, presentToken }) => {
        const [admin, user] = [await as('admin'), await as('user')];
        const claims = forge.claims(String(await user.signIn.bearer()));

        const { token } = await admin.testing.token({ ...claims, ...wrong() });

        expect(await presentToken(token)).toBeRefusedEverywhere();
      },
    );
  }

  test(
    'an ID token is no access token',
    covers('ENG-8749', { catches: 'AX37', severity: 'critical' }),
    async ({ as, account, presentToken }) => {
      const anyone = await as('anonymous');

      const { id_token: idToken } = await anyone.auth.token(account('user'));

      expect(idToken).toBeTruthy();
      expect(await presentToken(String(idToken))).toBeRefusedEverywhere();
    },
  );

  test(
    'a refresh token is no access token',
    covers('ENG-8749', { catches: 'AX62', severity: 'critical' }),
    async ({ as, account, presentToken }) => {
      const anyone = await as('anonymous');

      const { refresh_token: refreshToken } = await anyone.auth.token(account('user'));

      expect(refreshToken).toBeTruthy();
      expect(await presentToken(String(refreshToken))).toBeRefusedEverywhere();
    },
  );

  test(
    'a token lives as long as its answer says',
    covers('ENG-8749', { catches: 'AX63' }),
    async ({ as, account, forge }) => {
      const anyone = await as('anonymous');

      const { access_token: token, expires_in: seconds } = await anyone.auth.token(account('user'));

      const { iat = 0, exp = 0 } = forge.claims(token);
      expect(exp - iat, 'the token lives as long as the answer says').toBeCloseTo(seconds, -1);
    },
  );

  test(
    'an access token works until it expires and not after',
    covers('ENG-8749', { catches: ['AX35', 'AX63'], severity: 'critical' }),
    async ({ as, account, presentToken }) => {
      const anyone = await as('anonymous');
      const { access_token: token, expires_in: seconds } = await anyone.auth.token(account('user'));

      const before = await presentToken(token, { clock: seconds - 60 });
      const after = await presentToken(token, { clock: seconds + 60 });

      expect(before).toBeAcceptedEverywhere();
      expect(after).toBeRefusedEverywhere();
    },
  );

  test(
    'a refresh goes on where an access token has expired',
    covers('ENG-8749'),
    async ({ as, account, presentToken }) => {
      const anyone = await as('anonymous');
      const session = await anyone.auth.token(account('user'));
      const clock = session.expires_in + hour;
      const later = await as('anonymous', { clock });

      const { access_token: token } = await later.auth.refresh({
        refreshToken: String(session.refresh_token),
      });

      expect(await presentToken(token, { clock })).toBeAcceptedEverywhere();
    },
  );
});
