import { errors, type Provider } from 'oidc-provider';

import type { Sessions } from '../sessions/session-store.ts';
import type { User } from '../identity/user-store.ts';
import { apiResource, apiResourceServer, realmScopes } from './api-resource.ts';
import { claimsOf } from './claims-of.ts';
import { openGrant } from './open-grant.ts';

/** Finds the user with this name and password. */
export type Authenticate = (username: string, password: string) => Promise<User | undefined>;

/** Registers the resource owner password grant, which the product's scripts and SDK use. */
export function registerPasswordGrant(
  provider: Provider,
  sessions: Sessions,
  authenticate: Authenticate,
): void {
  provider.registerGrantType<{ username?: string; password?: string }>(
    'password',
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const user = await authenticate(params.username ?? '', params.password ?? '');
      if (!user) throw new errors.InvalidGrant('wrong user name or password');

      const grant = await openGrant(provider, sessions, user.id);
      const asked = new Set((params.scope ?? 'openid').split(' '));
      const scope = realmScopes.filter((name) => asked.has(name)).join(' ');
      const source = { client, accountId: user.id, grantId: grant.jti, gty: 'password', scope };

      const resourceServer = {
        ...apiResourceServer,
        scopes: new Set(realmScopes),
        identifier: () => apiResource,
      };
      const accessToken = new provider.AccessToken({ ...source, resourceServer });
      ctx.oidc.entity('AccessToken', accessToken);
      const refreshToken = new provider.RefreshToken({ ...source, resource: apiResource, authTime: now() });
      ctx.oidc.entity('RefreshToken', refreshToken);

      ctx.body = {
        access_token: await accessToken.save(),
        refresh_token: await refreshToken.save(),
        id_token: asked.has('openid') ? await idTokenFor(provider, ctx, user, scope) : undefined,
        expires_in: accessToken.expiration,
        token_type: accessToken.tokenType,
        scope,
      };
    },
    ['username', 'password', 'scope'],
  );
}

type Context = Parameters<Parameters<Provider['registerGrantType']>[1]>[0];

function idTokenFor(provider: Provider, ctx: Context, user: User, scope: string): Promise<string> {
  const idToken = new provider.IdToken({ ...claimsOf(user), auth_time: now() }, { ctx });
  // The provider reads which claims to disclose from here; its type leaves the field out.
  Object.assign(idToken, { scope });
  return idToken.issue({ use: 'idtoken' });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
