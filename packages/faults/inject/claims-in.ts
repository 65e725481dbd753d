import { decodeJwt } from 'jose';

import { claimsSchema, type TokenClaims } from '../gateway/verify-token.ts';

/** What a token says, believed without any proof; undefined when it cannot be read. */
export function claimsIn(token: string): TokenClaims | undefined {
  try {
    return claimsSchema.safeParse(decodeJwt(token)).data;
  } catch {
    return undefined;
  }
}
