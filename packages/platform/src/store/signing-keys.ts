import { createPublicKey, generateKeyPair, type JsonWebKey } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

/** An RS256 key with all its parts, private ones included. */
export interface SigningKey extends JsonWebKey {
  kid: string;
  kty: 'RSA';
  alg: 'RS256';
  use: 'sig';
}

/** The half of a signing key that everybody may see. */
export interface PublicKey {
  kid: string;
  kty: 'RSA';
  alg: 'RS256';
  use: 'sig';
  n: string;
  e: string;
}

/** Keys that tokens are signed with; they outlive a restart in the data folder. */
export interface SigningKeys {
  /** Signs new tokens. */
  readonly current: SigningKey;
  /** Verifies tokens, newest first. */
  readonly published: readonly PublicKey[];
}

const generate = promisify(generateKeyPair);

/** The keys in `database`; makes the first one when there is none, which takes some 50 ms off the main thread. */
export async function loadSigningKeys(database: DatabaseSync): Promise<SigningKeys> {
  const stored = () =>
    database
      .prepare('SELECT private_jwk FROM signing_keys WHERE retired_at IS NULL ORDER BY created_at DESC')
      .all()
      .map((row): SigningKey => JSON.parse(String(row.private_jwk)));
  if (stored().length === 0) {
    const key = await newSigningKey();
    database
      .prepare('INSERT INTO signing_keys (kid, private_jwk, created_at) VALUES (?, ?, ?)')
      .run(key.kid, JSON.stringify(key), Math.floor(Date.now() / 1000));
  }
  const [current, ...older] = stored();
  if (!current) throw new Error('The signing key was not stored.');
  return { current, published: [current, ...older].map(publicHalf) };
}

async function newSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const kid = crypto.randomUUID();
  return { ...privateKey.export({ format: 'jwk' }), kid, kty: 'RSA', alg: 'RS256', use: 'sig' };
}

function publicHalf({ kid, kty, alg, use, ...key }: SigningKey): PublicKey {
  const { n, e } = createPublicKey({ key: { kty, ...key }, format: 'jwk' }).export({ format: 'jwk' });
  if (!n || !e) throw new Error(`Signing key ${kid} is no RSA key.`);
  return { kid, kty, alg, use, n, e };
}
