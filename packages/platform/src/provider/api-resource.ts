import type { ResourceServer } from 'oidc-provider';

import { clientId } from '../settings.ts';

/** The API as the provider knows it: the resource that every access token is for. */
export const apiResource = 'urn:kamiwaza:platform';

/** Scopes the realm knows. */
export const realmScopes = ['openid', 'profile', 'email', 'offline_access'];

/** Lifetimes in seconds, those the product documents. */
export const lifetimes = {
  access: 3_600,
  refresh: 30 * 86_400,
  browserSession: 10 * 3_600,
  interaction: 1_800,
};

/** How access tokens for the API are made: RS256 JWTs for one hour. */
export const apiResourceServer: ResourceServer = {
  scope: realmScopes.join(' '),
  audience: clientId,
  accessTokenTTL: lifetimes.access,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};
