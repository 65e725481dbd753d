import { importJWK, SignJWT, type JWTPayload } from 'jose';

import type { SigningKey } from './signing-key-store.ts';

/** A JWT of exactly these claims, signed with `key`. */
export async function signToken(claims: JWTPayload, key: SigningKey): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .sign(await importJWK(key, key.alg));
}
