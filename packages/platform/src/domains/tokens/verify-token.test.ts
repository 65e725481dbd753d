import { createPublicKey } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { migrate } from '../../database/migrate.ts';
import { loadSigningKeys, type SigningKeys } from './signing-key-store.ts';
import { createTokenVerifier } from './verify-token.ts';

const expectations = { algorithms: ['RS256'], issuer: 'http://realm', audience: 'us', leewaySeconds: 30 };
const claims = {
  iss: 'http://realm',
  aud: 'us',
  sub: 'me',
  jti: '1',
  sid: 's',
  typ: 'Bearer',
  realm_access: { roles: [] },
};
const now = () => Math.floor(Date.now() / 1000);

const database = new DatabaseSync(':memory:');
migrate(database);
let keys: SigningKeys;
let verify: ReturnType<typeof createTokenVerifier>;

beforeAll(async () => {
  keys = await loadSigningKeys(database);
  verify = createTokenVerifier({ keysFor: () => keys.published }, expectations);
});
afterAll(() => database.close());

async function signed(payload: Record<string, unknown>, alg = 'RS256'): Promise<string> {
  return new SignJWT({ iat: now(), exp: now() + 60, ...payload })
    .setProtectedHeader({ alg, kid: keys.current.kid })
    .sign(await importJWK({ ...keys.current, alg }, alg));
}

test('a token of ours is believed', async () => {
  expect(await verify(await signed(claims))).toMatchObject({ sub: 'me', sid: 's' });
});

test.each([
  ['of another issuer', { ...claims, iss: 'http://other' }],
  ['for another audience', { ...claims, aud: 'them' }],
  ['of no type, as ID tokens are', { ...claims, typ: undefined }],
  ['without a session', { ...claims, sid: undefined }],
  ['that expired 40 seconds ago', { ...claims, exp: now() - 40 }],
  ['that never expires', { ...claims, exp: undefined }],
])('a token %s is not', async (_what, payload) => {
  expect(await verify(await signed(payload))).toBeUndefined();
});

test('clocks may differ by half a minute', async () => {
  expect(await verify(await signed({ ...claims, exp: now() - 20 }))).toBeDefined();
});

test('only RS256 counts, even with the right key', async () => {
  expect(await verify(await signed(claims, 'PS256'))).toBeUndefined();
});

test('our public key is no secret to sign with', async () => {
  const { kid, kty, n, e } = keys.published[0]!;
  const pem = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const forged = await new SignJWT({ ...claims, exp: now() + 60, iat: now() })
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(Buffer.from(pem));

  expect(await verify(forged)).toBeUndefined();
});
