import type { IncomingHttpHeaders } from 'node:http';

import type { Store } from '../../database/store.ts';
import type { Standing, WorkroomService } from '../workrooms/service.ts';
import type { TokenClaims } from '../tokens/verify-token.ts';

interface Person {
  sub: string;
  username: string;
  email: string | null;
  roles: string[];
  groups: string[];
}

/** An authenticated caller: a person, by a session or by a personal access token. */
export type Identity = Person &
  (
    | { kind: 'session'; sid: string; standing?: Standing | undefined }
    | { kind: 'pat'; jti: string; scope: string }
  );

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; null when not signed in. */
    identity: Identity | null;
  }
}

/** Services that identify a caller. */
export interface IdentityChecks {
  store: Pick<Store, 'users'>;
  tokens: {
    verify(token: string): Promise<TokenClaims | undefined>;
    rolesUnderScope(roles: readonly string[], scope: string): string[];
    isPatActive(jti: string): boolean;
  };
  sessions: { isLive(sid: string): boolean };
  workrooms: Pick<WorkroomService, 'standingOf'>;
}

/** The token of a request: its bearer token, or else its `access_token` cookie. Other authorization hides the cookie. */
export function credentialOf(
  headers: IncomingHttpHeaders,
  cookies: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (headers.authorization === undefined) return cookies.access_token;
  return /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1];
}

/** The identity behind a token; undefined when it is forged, expired or revoked, or when its owner is gone. */
export async function identify(
  checks: IdentityChecks,
  token: string | undefined,
): Promise<Identity | undefined> {
  const claims = token === undefined ? undefined : await checks.tokens.verify(token);
  if (!claims) return undefined;
  const user = checks.store.users.byId(claims.sub);
  if (!user?.active) return undefined;
  const person = { sub: user.id, username: user.username, email: user.email, groups: user.groups };

  if (claims.typ === 'PAT') {
    if (!checks.tokens.isPatActive(claims.jti)) return undefined;
    const roles = checks.tokens.rolesUnderScope(user.roles, claims.scope);
    return { ...person, roles, kind: 'pat', jti: claims.jti, scope: claims.scope };
  }
  if (!checks.sessions.isLive(claims.sid)) return undefined;
  // A withdrawn role is lost at once; a new one comes with the next token.
  const roles = claims.realm_access.roles.filter((role) => user.roles.includes(role));
  const standing = checks.workrooms.standingOf(claims.sid, user.id);
  return { ...person, roles, kind: 'session', sid: claims.sid, standing };
}
