import type { FastifyReply } from 'fastify';

import type { Foundation } from '../../foundation.ts';
import type { Tokens } from '../realm/token-request.ts';
import { localPath } from './local-path.ts';
import {
  clearSessionCookies,
  sessionCookies,
  setSessionCookies,
  type SessionCookies,
} from './session-cookies.ts';
import type { SignInAttempt } from './sign-in-attempt-store.ts';
import { createSignInState, readSignInState } from './sign-in-state.ts';
import { takeAttempt } from './take-attempt.ts';

/** Sessions: how they begin in a browser, what keeps them, and how they end. */
export interface SessionService {
  isLive(sid: string): boolean;
  end(sid: string): void;
  /** Ends a session together with the browser session that it came from. */
  expel(sid: string): void;
  /** Ends a user's sessions except `keptSid`, and returns how many there were. */
  endAll(userId: string, keptSid?: string): number;
  /** Ends a user's sessions and revokes the user's personal access tokens. */
  endAccess(userId: string): void;
  cookies: SessionCookies;
  setCookies(reply: FastifyReply, tokens: Tokens): void;
  clearCookies(reply: FastifyReply): void;
  /** The path of `target` on the platform's own origin; `fallback` for any other address. */
  localPath(target: string | undefined, fallback: string): string;
  signInState: { create(nonce: string): string; read(state: string): string | undefined };
  /** The sign-in that this browser started, by nonce and cookie. It can be taken once. */
  takeAttempt(nonce: string, binding: string | undefined): SignInAttempt | undefined;
}

/** Services that are notified when a session ends. */
interface Listeners {
  apps: { sessionEnded(sid: string): void };
  workrooms: { sessionEnded(sid: string): void };
}

/** Creates the session service. */
export function createSessionService(
  { settings, store }: Pick<Foundation, 'settings' | 'store'>,
  services: Listeners,
): SessionService {
  const stateKey = () => store.secrets.get('state key');
  const self: SessionService = {
    isLive: (sid) => store.sessions.isLive(sid),
    end(sid) {
      store.sessions.revoke(sid);
      store.oidc.removeGrant(sid);
      services.apps.sessionEnded(sid);
      services.workrooms.sessionEnded(sid);
    },
    expel(sid) {
      self.end(sid);
      store.oidc.removeBrowserSessionOf(sid);
    },
    endAll(userId, keptSid) {
      const ended = store.sessions.liveOf(userId).filter((sid) => sid !== keptSid);
      for (const sid of ended) self.end(sid);
      store.oidc.removeBrowserSessions(userId, keptSid);
      return ended.length;
    },
    endAccess(userId) {
      self.endAll(userId);
      store.pats.revokeAll(userId);
    },
    cookies: sessionCookies(settings.secureCookies),
    setCookies: (reply, tokens) => setSessionCookies(reply, tokens, self.cookies),
    clearCookies: (reply) => clearSessionCookies(reply, self.cookies),
    localPath: (target, fallback) => localPath(target, settings.publicUrl, fallback),
    signInState: {
      create: (nonce) => createSignInState(nonce, stateKey()),
      read: (state) => readSignInState(state, stateKey()),
    },
    takeAttempt: (nonce, binding) => takeAttempt(store.attempts, nonce, binding),
  };
  return self;
}
