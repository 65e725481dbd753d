import { decodeJwt } from 'jose';

import { claimsSchema, type TokenClaims } from '@uat/platform';

/** What a token says, believed without any proof; undefined when it cannot be read. */
export function claimsIn(token: string): TokenClaims | undefined {
  try {
    return claimsSchema.safeParse(decodeJwt(token)).data;
  } catch {
    return undefined;
  }
}
