import { claimsSchema, type Services, type TokenClaims } from '@uat/platform';
import { createLocalJWKSet, jwtVerify, type JWTVerifyOptions } from 'jose';

/** Checks a token's signature by the published keys, and its claims by `options` only. */
export async function verifyWith(
  { keys }: Services,
  token: string,
  options: JWTVerifyOptions,
): Promise<TokenClaims | undefined> {
  try {
    const keySet = createLocalJWKSet({ keys: [...keys.published] });
    const { payload } = await jwtVerify(token, keySet, { algorithms: ['RS256'], ...options });
    return claimsSchema.safeParse(payload).data;
  } catch {
    return undefined;
  }
}
