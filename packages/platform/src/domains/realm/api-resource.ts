import type { ResourceServer } from 'oidc-provider';

import { clientId } from '../../settings.ts';
import { lifetimes } from './lifetimes.ts';

/** The API as a resource of the provider: every access token is for it. */
export const apiResource = 'urn:kamiwaza:platform';

/** Scopes of the realm. */
export const realmScopes = ['openid', 'profile', 'email', 'offline_access'];

/** Format of access tokens for the API: RS256 JWTs, valid for one hour. */
export const apiResourceServer: ResourceServer = {
  scope: realmScopes.join(' '),
  audience: clientId,
  accessTokenTTL: lifetimes.access,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};
