import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthenticated } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import { patLifetime, patRules as published, type PatRules, patScopes } from './pat-scopes.ts';
import type { Services } from '../../services.ts';

/** Routes for the caller's personal access tokens. */
export function patRoutes(app: FastifyInstance, services: Services): void {
  const { store, settings } = services;
  const { patRules } = services.tokens;
  const { newPat, newPatQuery } = schemasUnder(patRules);

  app.get('/auth/pat-config', async ({ identity }) => ({
    scope_hierarchy: patScopes,
    scope_labels: { openid: 'Read', write: 'Read and write', admin: 'Administration' },
    available_scopes: callerOf(identity).kind === 'session' ? patScopes : [],
    default_scope: published.default_scope,
    ttl: patLifetime,
  }));

  app.get('/auth/pats', async ({ identity }) => ({ pats: store.pats.ownedBy(callerOf(identity).sub) }));

  app.post('/auth/pats', async (call) => {
    const { query, body } = call;
    const caller = callerOf(call.identity);
    const asked = {
      ...parseInput(newPatQuery, query, 'query'),
      ...withoutNulls(parseInput(newPat.nullish(), body, 'body') ?? {}),
    };
    if (!services.tokens.mayIssuePat(caller)) throw new HttpError(403, 'A token cannot make another token');
    const scope = asked.scope ?? patRules.default_scope;
    const owner = store.users.byId(caller.sub);
    if (!owner) throw notAuthenticated();

    const pat = store.pats.add({
      owner_id: owner.id,
      name: asked.name ?? null,
      scope,
      aud: asked.aud ?? patRules.default_audience,
      exp: Math.floor(Date.now() / 1000) + (asked.ttl_seconds ?? patRules.default_seconds),
    });
    const { issuePat } = await import('./issue-pat.ts');
    const roles = services.tokens.rolesUnderScope(owner.roles, scope);
    services.activity.audit(call, { action: 'pat-created', target: pat.jti });
    return { token: await issuePat(pat, owner, roles, services.keys.current, settings), pat };
  });

  app.delete<{ Params: { jti: string } }>('/auth/pats/:jti', async (call) => {
    const { jti } = call.params;
    const caller = callerOf(call.identity);
    if (caller.kind === 'pat' && caller.jti !== jti)
      throw new HttpError(403, 'A token can revoke no other token than itself');
    if (!store.pats.revoke(caller.sub, jti)) throw new HttpError(404, 'Token not found');
    services.activity.audit(call, { action: 'pat-revoked', target: jti });
    return { message: 'Token revoked', jti };
  });
}

function schemasUnder({ min_seconds, max_seconds }: PatRules) {
  const lifetime = z.int().min(min_seconds).max(max_seconds);
  const newPat = z.object({
    name: z.string().max(255).nullish(),
    ttl_seconds: lifetime.nullish(),
    scope: z.enum(patScopes).nullish(),
    aud: z.string().max(255).nullish(),
  });
  // A query contains only text.
  const newPatQuery = newPat.extend({ ttl_seconds: z.coerce.number().pipe(lifetime).optional() });
  return { newPat, newPatQuery };
}

// A field that is missing in the body is taken from the query.
function withoutNulls<T extends object>(
  fields: T,
): { [name in keyof T]?: Exclude<T[name], null | undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [name in keyof T]?: Exclude<T[name], null | undefined>;
  };
}
