import type { Foundation } from '../../foundation.ts';
import { clientId } from '../../settings.ts';
import type { Identity } from '../gateway/identity.ts';
import { createKeyCache, type KeyCache } from './key-cache.ts';
import { patRules, type PatRules, rolesUnderScope } from './pat-scopes.ts';
import type { TokenClaims, TokenExpectations } from './verify-token.ts';

/** Access tokens and personal access tokens (PATs). */
export interface TokenService {
  /** Claims that every token is checked against. */
  expectations: TokenExpectations;
  /** Public keys that the gateway verifies tokens with. */
  keyCache: KeyCache;
  /** The claims of a valid token; undefined for any other. */
  verify(token: string): Promise<TokenClaims | undefined>;
  /** Roles that a token of this scope has. */
  rolesUnderScope(ownerRoles: readonly string[], scope: string): string[];
  /** Limits and defaults of a new PAT. */
  patRules: PatRules;
  /** Whether the caller may issue a PAT: only from a session, or a stolen PAT could outlive its revocation by another. */
  mayIssuePat(caller: Identity): boolean;
  /** Whether the PAT exists and has not been revoked. */
  isPatActive(jti: string): boolean;
}

/** Creates the token service. */
export function createTokenService({
  settings,
  store,
  keys,
}: Pick<Foundation, 'settings' | 'store' | 'keys'>): TokenService {
  let verifier: Promise<TokenService['verify']> | undefined;
  const self: TokenService = {
    expectations: {
      algorithms: ['RS256'],
      issuer: settings.issuer,
      audience: clientId,
      leewaySeconds: 30,
    },
    keyCache: createKeyCache(() => keys.published),
    // The JWT library takes long to load, and the platform is ready before the first sign-in.
    async verify(token) {
      verifier ??= import('./verify-token.ts').then(({ createTokenVerifier }) =>
        createTokenVerifier(self.keyCache, self.expectations),
      );
      return (await verifier)(token);
    },
    rolesUnderScope,
    patRules,
    mayIssuePat: ({ kind }) => kind === 'session',
    isPatActive: (jti) => store.pats.byJti(jti)?.revoked === false,
  };
  return self;
}
