import type { Settings } from '../../settings.ts';
import type { Pat } from './pat-store.ts';
import type { SigningKey } from './signing-key-store.ts';
import type { User } from '../identity/user-store.ts';
import { signToken } from './sign-token.ts';

/** The secret of a personal access token: an RS256 JWT, shown once and never stored. */
export async function issuePat(
  pat: Pat,
  owner: User,
  roles: string[],
  key: SigningKey,
  { issuer }: Settings,
): Promise<string> {
  const claims = {
    typ: 'PAT',
    preferred_username: owner.username,
    email: owner.email,
    realm_access: { roles },
    scope: pat.scope,
    iss: issuer,
    aud: pat.aud,
    sub: owner.id,
    jti: pat.jti,
    iat: Math.floor(Date.now() / 1000),
    exp: pat.exp,
  };
  return signToken(claims, key);
}
