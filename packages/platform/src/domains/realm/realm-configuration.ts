import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';

import { clientId, realmPath } from '../../settings.ts';
import type { Settings } from '../../settings.ts';
import type { Store } from '../../database/store.ts';
import type { SigningKeys } from '../tokens/signing-key-store.ts';
import { apiResource, apiResourceServer, realmScopes } from './api-resource.ts';
import { claimsOf } from './claims-of.ts';
import { interactionPath } from './interaction-path.ts';
import { lifetimes } from './lifetimes.ts';
import { openGrant } from './open-grant.ts';
import { renderProviderError, renderSignedOut, renderSignOutForm } from './provider-pages.ts';

/** The OpenID provider's configuration: Keycloak's paths and claims, one confidential client, no consent page. */
export function realmConfiguration(settings: Settings, store: Store, keys: SigningKeys): Configuration {
  const { users, secrets, oidc } = store;
  const path = '/protocol/openid-connect';
  return {
    adapter: oidc.adapter,
    // The first key signs, the others verify older tokens.
    jwks: { keys: [...keys.all] },
    clients: [
      {
        client_id: clientId,
        client_secret: secrets.get('client secret'),
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code', 'refresh_token', 'password'],
        response_types: ['code'],
        redirect_uris: [`${settings.publicUrl}/api/auth/callback`],
        post_logout_redirect_uris: [`${settings.publicUrl}/login`, `${settings.publicUrl}/`],
      },
    ],
    cookies: {
      keys: [secrets.get('cookie key')],
      names: { session: 'sso_session', interaction: 'sso_interaction', resume: 'sso_resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    routes: {
      authorization: `${path}/auth`,
      token: `${path}/token`,
      jwks: `${path}/certs`,
      userinfo: `${path}/userinfo`,
      end_session: `${path}/logout`,
    },
    ttl: {
      AccessToken: lifetimes.access,
      AuthorizationCode: 60,
      IdToken: lifetimes.access,
      Interaction: lifetimes.interaction,
      RefreshToken: lifetimes.refresh,
      Grant: lifetimes.refresh,
      Session: lifetimes.browserSession,
    },
    scopes: realmScopes,
    claims: {
      openid: ['sub', 'sid'],
      profile: ['preferred_username', 'name'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: renderSignOutForm,
        postLogoutSuccessSource: renderSignedOut,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        getResourceServerInfo: () => apiResourceServer,
        useGrantedResource: () => true,
      },
    },
    interactions: { url: (_ctx, interaction) => `${realmPath}${interactionPath(interaction.uid)}` },
    loadExistingGrant: (ctx) => grantFor(ctx, store),
    findAccount(_ctx, id) {
      const user = users.byId(id);
      if (!user?.active) return undefined;
      return { accountId: id, claims: () => claimsOf(user) };
    },
    extraTokenClaims(_ctx, token) {
      if (token.kind !== 'AccessToken') return undefined;
      const user = users.byId(token.accountId);
      return {
        typ: 'Bearer',
        azp: clientId,
        sid: token.grantId,
        preferred_username: user?.username,
        email: user?.email,
        realm_access: { roles: user?.roles ?? [] },
      };
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // Tokens end with the platform's session; the browser's session at the provider may end sooner.
    expiresWithSession: () => false,
    renderError: renderProviderError,
  };
}

// The console is the realm's own client, so no consent is requested: the grant exists as soon as it is needed.
async function grantFor(ctx: KoaContextWithOIDC, store: Store) {
  const { session, client, account, provider } = ctx.oidc;
  if (!session || !client || !account) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = known ? await provider.Grant.find(known) : undefined;
  return grant ?? openGrant(provider, store.sessions, account.accountId);
}
