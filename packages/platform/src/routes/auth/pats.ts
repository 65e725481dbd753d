import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthenticated } from '../../errors/http-error.ts';
import { parseInput } from '../../errors/parse-input.ts';
import { callerOf } from '../../gateway/guard-requests.ts';
import type { Identity } from '../../gateway/identity.ts';
import { isPatScope, patLifetime, patScopes, scopeReaches, type PatScope } from '../../gateway/pat-scopes.ts';
import type { Parts } from '../../parts.ts';
import { clientId } from '../../settings.ts';

const lifetime = z.int().min(patLifetime.min_seconds).max(patLifetime.max_seconds);

const newPat = z.object({
  name: z.string().max(255).nullish(),
  ttl_seconds: lifetime.nullish(),
  scope: z.enum(patScopes).nullish(),
  aud: z.string().max(255).nullish(),
});

// A query holds text only.
const newPatQuery = newPat.extend({ ttl_seconds: z.coerce.number().pipe(lifetime).optional() });

/** Personal access tokens of the caller. */
export function patRoutes(app: FastifyInstance, parts: Parts): void {
  const { store, settings, keys } = parts;

  app.get('/auth/pat-config', async ({ identity }) => ({
    scope_hierarchy: patScopes,
    scope_labels: { openid: 'Read', write: 'Read and write', admin: 'Administration' },
    available_scopes: patScopes.filter((scope) => scopeReaches(heldBy(callerOf(identity)), scope)),
    default_scope: 'openid',
    ttl: patLifetime,
  }));

  app.get('/auth/pats', async ({ identity }) => ({ pats: store.pats.ownedBy(callerOf(identity).sub) }));

  app.post('/auth/pats', async ({ identity, query, body }) => {
    const caller = callerOf(identity);
    const asked = {
      ...parseInput(newPatQuery, query, 'query'),
      ...parseInput(newPat.nullish(), body, 'body'),
    };
    const scope = asked.scope ?? 'openid';
    if (!scopeReaches(heldBy(caller), scope))
      throw new HttpError(403, 'A token cannot hand out more than its own scope');
    const owner = store.users.byId(caller.sub);
    if (!owner) throw notAuthenticated();

    const pat = store.pats.add({
      owner_id: owner.id,
      name: asked.name ?? null,
      scope,
      aud: asked.aud ?? clientId,
      exp: Math.floor(Date.now() / 1000) + (asked.ttl_seconds ?? patLifetime.default_seconds),
    });
    const { issuePat } = await import('../../gateway/issue-pat.ts');
    const roles = parts.rolesUnderScope(owner.roles, scope);
    return { token: await issuePat(pat, owner, roles, keys.current, settings), pat };
  });

  app.delete<{ Params: { jti: string } }>('/auth/pats/:jti', async ({ identity, params: { jti } }) => {
    if (!store.pats.revoke(callerOf(identity).sub, jti)) throw new HttpError(404, 'Token not found');
    return { message: 'Token revoked', jti };
  });
}

// A signed-in person may hand out any scope: the owner's roles still bound what the token can do.
function heldBy(caller: Identity): PatScope {
  if (caller.kind === 'session') return 'admin';
  return isPatScope(caller.scope) ? caller.scope : 'openid';
}
