import { createLocalJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

import type { PublicKey } from './signing-key-store.ts';
import type { KeyCache } from './key-cache.ts';

const common = {
  sub: z.string(),
  jti: z.string(),
  scope: z.string().default(''),
  realm_access: z.object({ roles: z.array(z.string()) }),
};

// An ID token has the same issuer and audience; its missing `typ` keeps it from passing for an access token.
/** Claims of the platform's tokens. */
export const claimsSchema = z.discriminatedUnion('typ', [
  z.object({ ...common, typ: z.literal('Bearer'), sid: z.string() }),
  z.object({ ...common, typ: z.literal('PAT') }),
]);

/** Claims of a valid token. */
export type TokenClaims = z.infer<typeof claimsSchema>;

/** Expectations of a valid token. */
export interface TokenExpectations {
  algorithms: string[];
  issuer: string;
  audience: string;
  /** Allowed clock skew in seconds. */
  leewaySeconds: number;
}

/** Checks signature, algorithm, issuer, audience and expiry of a token; undefined when one of them is wrong. */
export function createTokenVerifier(
  cache: Pick<KeyCache, 'keysFor'>,
  expected: TokenExpectations,
): (token: string) => Promise<TokenClaims | undefined> {
  let known = keySetOf([]);
  const keyOf: JWTVerifyGetKey = (header, token) => {
    const keys = cache.keysFor(header.kid);
    if (known.keys !== keys) known = keySetOf(keys);
    return known.keySet(header, token);
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        algorithms: expected.algorithms,
        issuer: expected.issuer,
        audience: expected.audience,
        clockTolerance: expected.leewaySeconds,
        requiredClaims: ['exp', 'iat'],
      });
      return claimsSchema.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

function keySetOf(keys: readonly PublicKey[]) {
  return { keys, keySet: createLocalJWKSet({ keys: [...keys] }) };
}
