import type { IncomingHttpHeaders } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from 'oidc-provider';
import type Provider from 'oidc-provider';
import type { ZodType } from 'zod';

import { createAppParts, type AppParts } from './domains/apps/service.ts';
import { createSecretParts, type SecretParts } from './domains/secrets/service.ts';
import { createEndpointParts, type EndpointParts } from './domains/endpoints/service.ts';
import { identityHeaders, identitySignature, stripIdentityHeaders } from './domains/gateway/identity-headers.ts';
import { identify, type Identity } from './domains/gateway/identity.ts';
import { patRules, type PatRules, rolesUnderScope } from './domains/tokens/pat-scopes.ts';
import { createKeyCache, type KeyCache } from './domains/tokens/key-cache.ts';
import type { PolicyFile } from './domains/gateway/policy-file.ts';
import { isAdministrator } from './domains/identity/is-administrator.ts';
import { decide, type PolicyQuestion, type PolicyVerdict } from './domains/gateway/policy.ts';
import { requestPath } from './domains/gateway/request-path.ts';
import { createSlidingWindow, type SlidingWindow } from './domains/security/sliding-window.ts';
import type { TokenClaims, TokenExpectations } from './domains/tokens/verify-token.ts';
import { createGuideParts, type GuideParts } from './domains/guide/service.ts';
import { createHubParts, type HubParts } from './domains/hub/service.ts';
import { audit, type AuditedAct } from './domains/activity/audit.ts';
import type { PlatformLog } from './server/log/platform-log.ts';
import { newPassword } from './domains/identity/new-password.ts';
import { verifyPassword } from './domains/identity/verify-password.ts';
import { authenticate } from './domains/identity/authenticate.ts';
import { endBrowserSession } from './domains/realm/end-browser-session.ts';
import { realmConfiguration } from './domains/realm/realm-configuration.ts';
import { tokenRequest, type TokenAnswer, type Tokens } from './domains/realm/token-request.ts';
import { createRelationParts, type RelationParts } from './domains/relations/service.ts';
import { localPath } from './domains/sessions/local-path.ts';
import {
  clearSessionCookies,
  sessionCookies,
  setSessionCookies,
  type SessionCookies,
} from './domains/sessions/session-cookies.ts';
import { createSignInState, readSignInState } from './domains/sessions/sign-in-state.ts';
import { takeAttempt } from './domains/sessions/take-attempt.ts';
import { publicSecurity } from './domains/security/public-security.ts';
import { createServingParts } from './domains/serving/create-service.ts';
import type { ServingParts } from './domains/serving/service.ts';
import { clientId, type Settings } from './settings.ts';
import type { Store } from './database/store.ts';
import type { SecurityConfig } from './domains/security/store.ts';
import type { SignInAttempt } from './domains/sessions/sign-in-attempt-store.ts';
import type { SigningKeys } from './domains/tokens/signing-key-store.ts';
import type { User } from './domains/identity/user-store.ts';
import { createWishParts, type WishParts } from './domains/pending-deployments/service.ts';
import { createWorkroomParts, type WorkroomParts } from './domains/workrooms/service.ts';

/** What has to exist before the platform can be put together. */
export interface Foundation {
  settings: Settings;
  store: Store;
  keys: SigningKeys;
  policy: PolicyFile;
  log: PlatformLog;
  /** Where the platform keeps its files. */
  folder: string;
}

/**
 * The decisions of the platform, one function or value each, wired in this one place. Every part that needs another
 * reaches it through this object at the time of the call, so a part that is exchanged before the first request is
 * exchanged for all.
 */
export interface Parts extends Foundation {
  realm(): Promise<Provider>;
  realmConfiguration(): Configuration;
  tokenExpectations: TokenExpectations;
  /** The keys that the gateway verifies tokens with. */
  keyCache: KeyCache;
  verifyToken(token: string): Promise<TokenClaims | undefined>;
  rolesUnderScope(ownerRoles: readonly string[], scope: string): string[];
  /** What a new personal access token is held to, and is where its owner says nothing. */
  patRules: PatRules;
  mayIssuePat(caller: Identity): boolean;
  sessionCounts(sid: string): boolean;
  patCounts(jti: string): boolean;
  identify(token: string | undefined): Promise<Identity | undefined>;
  requestPath(target: string | undefined): string | undefined;
  decide(question: PolicyQuestion): PolicyVerdict;
  stripIdentityHeaders(headers: IncomingHttpHeaders): void;
  identityHeaders(identity: Identity, requestId: string): Record<string, string>;
  identitySignature(headers: IncomingHttpHeaders, secret: string): string;
  authenticate(username: string, password: string): Promise<User | undefined>;
  requestTokens(parameters: Record<string, string>): Promise<TokenAnswer>;
  /** Headers of the platform's calls to itself. */
  loopbackHeaders(): Record<string, string>;
  passwordMatches(password: string, hash: string | undefined): Promise<boolean>;
  /** What a password must be to be taken as a new one. */
  newPassword: ZodType<string>;
  /** Whether a user's password is kept here, and may be changed here. */
  keepsPasswordOf(user: User): boolean;
  endSession(sid: string): void;
  /** Ends a session, and the browser session that it came from. */
  expelSession(sid: string): void;
  /** Ends a user's sessions but for `keptSid`; tells how many there were. */
  endSessions(userId: string, keptSid?: string): number;
  /** Ends everything by which a user gets in: sessions and personal access tokens. */
  endAccess(userId: string): void;
  isLastAdministrator(user: User): boolean;
  endBrowserSession(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  sessionCookies: SessionCookies;
  setSessionCookies(reply: FastifyReply, tokens: Tokens): void;
  clearSessionCookies(reply: FastifyReply): void;
  localPath(target: string | undefined, fallback: string): string;
  publicSecurity(config: SecurityConfig): SecurityConfig;
  publicConfigRate: SlidingWindow;
  consentRate: SlidingWindow;
  relations: RelationParts;
  audit(request: FastifyRequest, act: AuditedAct): void;
  workrooms: WorkroomParts;
  apps: AppParts;
  hub: HubParts;
  serving: ServingParts;
  wishes: WishParts;
  guide: GuideParts;
  endpoints: EndpointParts;
  secrets: SecretParts;
  signInState: { create(nonce: string): string; read(state: string): string | undefined };
  /** The sign-in that a browser started, by the nonce and what its cookie holds; once, and for no other browser. */
  takeAttempt(nonce: string, binding: string | undefined): SignInAttempt | undefined;
}

/** All parts in their true form. */
export function createParts(foundation: Foundation): Parts {
  const { settings, store, policy, log } = foundation;
  const secret = (name: string) => store.secrets.get(name);
  let realm: { kid: string; provider: Promise<Provider> } | undefined;
  let verifier: Promise<Parts['verifyToken']> | undefined;

  const parts: Parts = {
    ...foundation,
    // The provider and the JWT library take longest to load, and a platform is ready before anyone signs in.
    // It takes its keys once, so after a rotation there is another one; what it remembers lies in the store.
    realm() {
      const { kid } = parts.keys.current;
      if (realm?.kid !== kid) {
        const provider = import('./domains/realm/create-realm.ts').then(({ createRealm }) =>
          createRealm({
            settings,
            store,
            configuration: parts.realmConfiguration(),
            authenticate: (...credentials) => parts.authenticate(...credentials),
            endSession: (sid) => parts.endSession(sid),
            log,
          }),
        );
        realm = { kid, provider };
      }
      return realm.provider;
    },
    realmConfiguration: () => realmConfiguration(settings, store, parts.keys),
    tokenExpectations: {
      algorithms: ['RS256'],
      issuer: settings.issuer,
      audience: clientId,
      leewaySeconds: 30,
    },
    keyCache: createKeyCache(() => parts.keys.published),
    async verifyToken(token) {
      verifier ??= import('./domains/tokens/verify-token.ts').then(({ createTokenVerifier }) =>
        createTokenVerifier(parts.keyCache, parts.tokenExpectations),
      );
      return (await verifier)(token);
    },
    rolesUnderScope,
    patRules,
    // Whoever gets hold of a token must not be able to outlive its revocation.
    mayIssuePat: ({ kind }) => kind === 'session',
    sessionCounts: (sid) => store.sessions.isLive(sid),
    patCounts: (jti) => store.pats.byJti(jti)?.revoked === false,
    identify: (token) => identify(parts, token),
    requestPath,
    decide: (question) => decide(policy.current, question),
    stripIdentityHeaders,
    identityHeaders: (identity, requestId) =>
      identityHeaders(identity, requestId, (headers) =>
        parts.identitySignature(headers, secret('identity header key')),
      ),
    identitySignature,
    authenticate: (username, password) => authenticate(store.users, username, password),
    requestTokens: (parameters) =>
      tokenRequest(settings, secret('client secret'), parameters, parts.loopbackHeaders()),
    loopbackHeaders: () => ({}),
    passwordMatches: verifyPassword,
    newPassword,
    keepsPasswordOf: ({ external }) => !external,
    endSession(sid) {
      store.sessions.revoke(sid);
      store.oidc.removeGrant(sid);
      parts.apps.sessionEnded(sid);
      parts.workrooms.sessionEnded(sid);
    },
    expelSession(sid) {
      parts.endSession(sid);
      store.oidc.removeBrowserSessionOf(sid);
    },
    endSessions(userId, keptSid) {
      const ended = store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) parts.endSession(sid);
      store.oidc.removeBrowserSessions(userId, keptSid);
      return ended.length;
    },
    endAccess(userId) {
      parts.endSessions(userId);
      store.pats.revokeAll(userId);
    },
    isLastAdministrator: (user) =>
      isAdministrator(user) && store.users.list().filter(isAdministrator).length === 1,
    endBrowserSession: (request, reply) => endBrowserSession(parts, request, reply),
    sessionCookies: sessionCookies(settings.secureCookies),
    setSessionCookies: (reply, tokens) => setSessionCookies(reply, tokens, parts.sessionCookies),
    clearSessionCookies: (reply) => clearSessionCookies(reply, parts.sessionCookies),
    localPath: (target, fallback) => localPath(target, settings.publicUrl, fallback),
    publicSecurity,
    // Far above what pages and people need; a console asks once per page, and a person consents once.
    publicConfigRate: createSlidingWindow(30, 2_000),
    consentRate: createSlidingWindow(30, 60_000),
    relations: createRelationParts(foundation, () => parts.relations),
    audit: (request, act) => audit(foundation, request, act),
    workrooms: createWorkroomParts(
      { store, apps: { purge: (id) => parts.apps.purge(id) } },
      () => parts.workrooms,
    ),
    apps: createAppParts(
      {
        store,
        workrooms: { roleIn: (...place) => parts.workrooms.roleIn(...place) },
        gateway: {
          secret: () => secret('identity header key'),
          signature: (...signed) => parts.identitySignature(...signed),
        },
      },
      () => parts.apps,
    ),
    hub: createHubParts(foundation, () => parts.hub, { arrived: () => parts.wishes.fulfilReady() }),
    serving: createServingParts(
      foundation,
      () => parts.hub,
      () => parts.serving,
    ),
    wishes: createWishParts(() => parts),
    guide: createGuideParts(foundation, () => parts.guide),
    endpoints: createEndpointParts(() => parts.endpoints),
    secrets: createSecretParts(foundation, () => parts.secrets),
    signInState: {
      create: (nonce) => createSignInState(nonce, secret('state key')),
      read: (state) => readSignInState(state, secret('state key')),
    },
    takeAttempt: (nonce, binding) => takeAttempt(store.attempts, nonce, binding),
  };
  return parts;
}
