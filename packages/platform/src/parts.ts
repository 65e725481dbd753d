import type { IncomingHttpHeaders } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';

import type { Log } from './errors/answer-errors.ts';
import { identityHeaders, stripIdentityHeaders } from './gateway/identity-headers.ts';
import { identify, type Identity } from './gateway/identity.ts';
import { rolesUnderScope } from './gateway/pat-scopes.ts';
import { decide, type Policy, type PolicyQuestion, type PolicyVerdict } from './gateway/policy.ts';
import type { TokenClaims, TokenExpectations } from './gateway/verify-token.ts';
import { authenticate } from './provider/authenticate.ts';
import { endBrowserSession } from './provider/end-browser-session.ts';
import { tokenRequest, type TokenAnswer, type Tokens } from './provider/token-request.ts';
import { localPath } from './routes/auth/local-path.ts';
import { clearSessionCookies, setSessionCookies } from './routes/auth/session-cookies.ts';
import { createSignInState, readSignInState } from './routes/auth/sign-in-state.ts';
import { clientId, type Settings } from './settings.ts';
import type { Store } from './store/open-store.ts';
import type { SigningKeys } from './store/signing-keys.ts';
import type { User } from './store/users.ts';

/** What has to exist before the platform can be put together. */
export interface Foundation {
  settings: Settings;
  store: Store;
  keys: SigningKeys;
  policy: Policy;
  log: Log;
}

/**
 * The decisions of the platform, one function or value each, wired in this one place. Every part that needs another
 * reaches it through this object at the time of the call, so a part that is exchanged before the first request is
 * exchanged for all.
 */
export interface Parts extends Foundation {
  realm(): Promise<Provider>;
  tokenExpectations: TokenExpectations;
  verifyToken(token: string): Promise<TokenClaims | undefined>;
  rolesUnderScope(ownerRoles: readonly string[], scope: string): string[];
  sessionCounts(sid: string): boolean;
  patCounts(jti: string): boolean;
  identify(token: string | undefined): Promise<Identity | undefined>;
  decide(question: PolicyQuestion): PolicyVerdict;
  stripIdentityHeaders(headers: IncomingHttpHeaders): void;
  identityHeaders(identity: Identity, requestId: string): Record<string, string>;
  authenticate(username: string, password: string): Promise<User | undefined>;
  requestTokens(parameters: Record<string, string>): Promise<TokenAnswer>;
  endSession(sid: string): void;
  endBrowserSession(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  setSessionCookies(reply: FastifyReply, tokens: Tokens): void;
  clearSessionCookies(reply: FastifyReply): void;
  localPath(target: string | undefined, fallback: string): string;
  signInState: { create(nonce: string): string; read(state: string): string | undefined };
}

/** All parts in their true form. */
export function createParts(foundation: Foundation): Parts {
  const { settings, store, keys, policy, log } = foundation;
  const secret = (name: string) => store.secrets.get(name);
  let realm: Promise<Provider> | undefined;
  let verifier: Promise<Parts['verifyToken']> | undefined;

  const parts: Parts = {
    ...foundation,
    // The provider and the JWT library take longest to load, and a platform is ready before anyone signs in.
    realm: () =>
      (realm ??= import('./provider/create-realm.ts').then(({ createRealm }) =>
        createRealm({
          settings,
          store,
          keys,
          authenticate: (...credentials) => parts.authenticate(...credentials),
          endSession: (sid) => parts.endSession(sid),
          log,
        }),
      )),
    tokenExpectations: {
      algorithms: ['RS256'],
      issuer: settings.issuer,
      audience: clientId,
      leewaySeconds: 30,
    },
    async verifyToken(token) {
      verifier ??= import('./gateway/verify-token.ts').then(({ createTokenVerifier }) =>
        createTokenVerifier(keys, parts.tokenExpectations),
      );
      return (await verifier)(token);
    },
    rolesUnderScope,
    sessionCounts: (sid) => store.sessions.isLive(sid),
    patCounts: (jti) => store.pats.byJti(jti)?.revoked === false,
    identify: (token) => identify(parts, token),
    decide: (question) => decide(policy, question),
    stripIdentityHeaders: (headers) => stripIdentityHeaders(headers),
    identityHeaders: (identity, requestId) =>
      identityHeaders(identity, requestId, secret('identity header key')),
    authenticate: (username, password) => authenticate(store.users, username, password),
    requestTokens: (parameters) => tokenRequest(settings, secret('client secret'), parameters),
    endSession(sid) {
      store.sessions.revoke(sid);
      store.oidc.removeGrant(sid);
    },
    endBrowserSession: (request, reply) => endBrowserSession(parts, request, reply),
    setSessionCookies: (reply, tokens) => setSessionCookies(reply, tokens, settings),
    clearSessionCookies: (reply) => clearSessionCookies(reply),
    localPath: (target, fallback) => localPath(target, settings.publicUrl, fallback),
    signInState: {
      create: (nonce) => createSignInState(nonce, secret('state key')),
      read: (state) => readSignInState(state, secret('state key')),
    },
  };
  return parts;
}
