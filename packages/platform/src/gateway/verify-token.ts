import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';

import type { SigningKeys } from '../store/signing-keys.ts';

const common = {
  sub: z.string(),
  jti: z.string(),
  scope: z.string().default(''),
  realm_access: z.object({ roles: z.array(z.string()) }),
};

// An ID token has the same issuer and audience; its missing `typ` keeps it from passing for an access token.
/** Claims of our tokens. */
export const claimsSchema = z.discriminatedUnion('typ', [
  z.object({ ...common, typ: z.literal('Bearer'), sid: z.string() }),
  z.object({ ...common, typ: z.literal('PAT') }),
]);

/** Claims of a token that is ours, untouched and not expired. */
export type TokenClaims = z.infer<typeof claimsSchema>;

/** What a token must say to be ours. */
export interface TokenExpectations {
  algorithms: string[];
  issuer: string;
  audience: string;
  /** Seconds that clocks may differ. */
  leewaySeconds: number;
}

/** Checks signature, algorithm, issuer, audience and expiry of a token; undefined when one of them is wrong. */
export function createTokenVerifier(
  keys: Pick<SigningKeys, 'published'>,
  expected: TokenExpectations,
): (token: string) => Promise<TokenClaims | undefined> {
  let known = { published: keys.published, keySet: keySetOf(keys.published) };
  return async (token) => {
    try {
      if (known.published !== keys.published)
        known = { published: keys.published, keySet: keySetOf(keys.published) };
      const { payload } = await jwtVerify(token, known.keySet, {
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

function keySetOf(published: SigningKeys['published']) {
  return createLocalJWKSet({ keys: [...published] });
}
