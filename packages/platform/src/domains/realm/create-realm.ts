import { type Configuration, Provider } from 'oidc-provider';

import type { PlatformLog } from '../../server/log/platform-log.ts';
import type { Settings } from '../../settings.ts';
import type { Store } from '../../database/store.ts';
import { registerPasswordGrant, type Authenticate } from './password-grant.ts';

/** Dependencies of a realm. */
export interface RealmOptions {
  settings: Settings;
  store: Store;
  configuration: Configuration;
  authenticate: Authenticate;
  endSession(sid: string): void;
  log: PlatformLog;
}

/** The OpenID provider of the realm, whose origin comes from the settings; see withPublicFace. */
export function createRealm({
  settings,
  store,
  configuration,
  authenticate,
  endSession,
  log,
}: RealmOptions): Provider {
  const provider = new Provider(settings.issuer, configuration);
  // Trusts X-Forwarded-Proto, which withPublicFace sets on every request.
  provider.proxy = true;
  registerPasswordGrant(provider, store.sessions, authenticate);
  // A reused refresh token may be stolen, so the whole sign-in ends.
  provider.on('grant.revoked', (_ctx, grantId) => endSession(grantId));
  provider.on('end_session.success', ({ oidc: { session } }) => {
    for (const { grantId } of Object.values(session?.authorizations ?? {})) if (grantId) endSession(grantId);
  });
  provider.on('server_error', (ctx, error) =>
    log.write({
      level: 'error',
      event: 'FAILURE',
      message: `${ctx.method} ${ctx.path} failed in the realm: ${error.stack}`,
    }),
  );
  return provider;
}
