import { importJWK, SignJWT } from 'jose';

import type { Settings } from '../settings.ts';
import type { Pat } from '../store/pats.ts';
import type { SigningKey } from '../store/signing-keys.ts';
import type { User } from '../store/users.ts';

/** The secret half of a personal access token: an RS256 JWT, to be shown once and never stored. */
export async function issuePat(
  pat: Pat,
  owner: User,
  roles: string[],
  key: SigningKey,
  { issuer }: Settings,
): Promise<string> {
  return new SignJWT({
    typ: 'PAT',
    preferred_username: owner.username,
    email: owner.email,
    realm_access: { roles },
    scope: pat.scope,
  })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(pat.aud)
    .setSubject(owner.id)
    .setJti(pat.jti)
    .setIssuedAt()
    .setExpirationTime(pat.exp)
    .sign(await importJWK(key, key.alg));
}
