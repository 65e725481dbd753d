import { clientId } from '../../settings.ts';

/** Scopes of a personal access token, weakest first. */
export const patScopes = ['openid', 'write', 'admin'] as const;

/** How far a personal access token reaches. */
type PatScope = (typeof patScopes)[number];

/** Lifetimes a personal access token may have, in seconds; the bounds are those of the product's API. */
export const patLifetime = { default_seconds: 30 * 86_400, min_seconds: 60, max_seconds: 31_536_000 };

/** What a new token is held to (lifetimes in seconds, both bounds still allowed), and is where its owner says nothing. */
export interface PatRules {
  min_seconds: number;
  max_seconds: number;
  default_seconds: number;
  default_scope: PatScope;
  default_audience: string;
}

/** The rules that the API publishes. */
export const patRules: PatRules = {
  ...patLifetime,
  default_scope: 'openid',
  default_audience: clientId,
};

const ranks = ['viewer', 'user', 'admin'];
const ceilings: Record<PatScope, number> = { openid: 0, write: 1, admin: 2 };

/** Whether `scope` is one this platform knows. */
function isPatScope(scope: string): scope is PatScope {
  return patScopes.some((known) => known === scope);
}

/**
 * Roles a token of this scope really has: the owner's, lowered to `user` by `write` and to `viewer` by `openid`.
 * A role outside that order passes only with `admin`; an unknown scope leaves none.
 */
export function rolesUnderScope(ownerRoles: readonly string[], scope: string): string[] {
  if (!isPatScope(scope)) return [];
  if (scope === 'admin') return [...ownerRoles];
  const lowered = ownerRoles
    .map((role) => ranks.indexOf(role))
    .filter((rank) => rank >= 0)
    .map((rank) => ranks[Math.min(rank, ceilings[scope])] ?? 'viewer');
  return [...new Set(lowered)];
}
