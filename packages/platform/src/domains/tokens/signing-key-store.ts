import { createPublicKey, generateKeyPair, type JsonWebKey } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

/** An RS256 key, private part included. */
export interface SigningKey extends JsonWebKey {
  kid: string;
  kty: 'RSA';
  alg: 'RS256';
  use: 'sig';
}

/** The public half of a signing key. */
export interface PublicKey {
  kid: string;
  kty: 'RSA';
  alg: 'RS256';
  use: 'sig';
  n: string;
  e: string;
}

/** The signing keys of tokens, kept in the data folder. */
export interface SigningKeys {
  /** Signs new tokens. */
  readonly current: SigningKey;
  /** Every key whose tokens may still be valid, newest first. */
  readonly all: readonly SigningKey[];
  /** The public halves, which verify tokens; a new array after each rotation. */
  readonly published: readonly PublicKey[];
  /** Creates a new current key. Earlier ones stay for the tokens that they signed. */
  rotate(): Promise<SigningKey>;
  /** Creates a key that is published but signs no tokens. */
  publish(): Promise<SigningKey>;
  /** Withdraws a key other than the current one, with the tokens that it signed. Returns whether there was one. */
  retire(kid: string): boolean;
}

const generate = promisify(generateKeyPair);

/** The keys in `database`. Creates the first one in about 50 ms on another thread. */
export async function loadSigningKeys(database: DatabaseSync): Promise<SigningKeys> {
  const select = database.prepare(
    'SELECT private_jwk FROM signing_keys WHERE retired_at IS NULL ORDER BY created_at DESC, rowid DESC',
  );
  const insert = database.prepare('INSERT INTO signing_keys (kid, private_jwk, created_at) VALUES (?, ?, ?)');
  const takeBack = database.prepare(
    'UPDATE signing_keys SET retired_at = ? WHERE kid = ? AND retired_at IS NULL',
  );
  const now = () => Math.floor(Date.now() / 1000);
  // The newest one signs.
  async function add(createdAt = now()): Promise<SigningKey> {
    const key = await newSigningKey();
    insert.run(key.kid, JSON.stringify(key), createdAt);
    return key;
  }
  function stored() {
    const all = select.all().map((row): SigningKey => JSON.parse(String(row.private_jwk)));
    const [current] = all;
    if (!current) throw new Error('The signing key was not stored.');
    return { current, all, published: all.map(publicHalf) };
  }

  if (!select.get()) await add();
  let known = stored();
  return {
    get current() {
      return known.current;
    },
    get all() {
      return known.all;
    },
    get published() {
      return known.published;
    },
    async rotate() {
      await add();
      known = stored();
      return known.current;
    },
    async publish() {
      const key = await add(0);
      known = stored();
      return key;
    },
    retire(kid) {
      if (kid === known.current.kid) return false;
      const { changes } = takeBack.run(now(), kid);
      known = stored();
      return changes > 0;
    },
  };
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
