import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from 'oidc-provider';
import type Provider from 'oidc-provider';

import type { Foundation } from '../../foundation.ts';
import type { IdentityService } from '../identity/service.ts';
import type { SessionService } from '../sessions/service.ts';
import { endBrowserSession } from './end-browser-session.ts';
import { postForm } from './post-form.ts';
import { realmConfiguration } from './realm-configuration.ts';
import { tokenRequest, type TokenAnswer } from './token-request.ts';

/** The OpenID Connect realm. */
export interface RealmService {
  /** The OpenID provider for the current signing key. */
  provider(): Promise<Provider>;
  configuration(): Configuration;
  requestTokens(parameters: Record<string, string>): Promise<TokenAnswer>;
  /** Sends a form to the realm over the loopback. */
  post: typeof postForm;
  endBrowserSession(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** Creates the realm service. */
export function createRealmService(
  { settings, store, keys, log }: Pick<Foundation, 'settings' | 'store' | 'keys' | 'log'>,
  services: { identity: Pick<IdentityService, 'authenticate'>; sessions: Pick<SessionService, 'end'> },
): RealmService {
  let realm: { kid: string; provider: Promise<Provider> } | undefined;
  const self: RealmService = {
    // The provider takes long to load, and the platform is ready before the first sign-in. It reads its keys once, so
    // a rotation makes another one; what it remembers is in the store.
    provider() {
      const { kid } = keys.current;
      if (realm?.kid !== kid) {
        const provider = import('./create-realm.ts').then(({ createRealm }) =>
          createRealm({
            settings,
            store,
            configuration: self.configuration(),
            authenticate: (...credentials) => services.identity.authenticate(...credentials),
            endSession: (sid) => services.sessions.end(sid),
            log,
          }),
        );
        realm = { kid, provider };
      }
      return realm.provider;
    },
    configuration: () => realmConfiguration(settings, store, keys),
    requestTokens: (parameters) =>
      tokenRequest(settings, store.secrets.get('client secret'), parameters, self.post),
    post: postForm,
    async endBrowserSession(request, reply) {
      const endSession = (sid: string) => services.sessions.end(sid);
      await endBrowserSession(await self.provider(), settings, endSession, request, reply);
    },
  };
  return self;
}
