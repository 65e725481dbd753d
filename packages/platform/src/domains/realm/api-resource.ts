import type { ResourceServer } from 'oidc-provider';

import { clientId } from '../../settings.ts';
import { lifetimes } from './lifetimes.ts';

/** The API as the provider knows it: the resource that every access token is for. */
export const apiResource = 'urn:kamiwaza:platform';

/** Scopes the realm knows. */
export const realmScopes = ['openid', 'profile', 'email', 'offline_access'];

/** How access tokens for the API are made: RS256 JWTs for one hour. */
export const apiResourceServer: ResourceServer = {
  scope: realmScopes.join(' '),
  audience: clientId,
  accessTokenTTL: lifetimes.access,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};
