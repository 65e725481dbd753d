import type { Provider } from 'oidc-provider';

import { clientId } from '../../settings.ts';
import type { Sessions } from '../sessions/session-store.ts';
import { apiResource, realmScopes } from './api-resource.ts';

/** Opens a grant with all scopes of the realm, and a session with the same id. */
export async function openGrant(
  provider: Provider,
  sessions: Sessions,
  accountId: string,
): Promise<InstanceType<Provider['Grant']>> {
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(realmScopes);
  grant.addResourceScope(apiResource, realmScopes);
  sessions.open(await grant.save(), accountId);
  return grant;
}
