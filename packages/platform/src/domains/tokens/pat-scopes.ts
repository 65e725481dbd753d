import { clientId } from '../../settings.ts';

/** Scopes of a personal access token, weakest first. */
export const patScopes = ['openid', 'write', 'admin'] as const;

/** Scope of a personal access token. */
type PatScope = (typeof patScopes)[number];

/** Lifetimes of personal access tokens in seconds; the bounds are those of the product's API. */
export const patLifetime = { default_seconds: 30 * 86_400, min_seconds: 60, max_seconds: 31_536_000 };

/** Limits of a new token (lifetimes in seconds, inclusive), and defaults for what its owner leaves open. */
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

/** Whether `scope` is a known scope. */
function isPatScope(scope: string): scope is PatScope {
  return patScopes.some((known) => known === scope);
}

/**
 * Effective roles of a token: the owner's, lowered to `user` by `write` and to `viewer` by `openid`.
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
