import type { FastifyInstance } from 'fastify';

import { notAuthenticated, notAuthorized } from '../../server/errors/http-error.ts';
import type { Parts } from '../../services.ts';
import { credentialOf, type Identity } from './identity.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; null for callers that are not signed in. */
    identity: Identity | null;
  }
}

/** Puts the gateway before every route of `app`: identity headers, identification, policy, in this order. */
export function guardRequests(app: FastifyInstance, parts: Parts): void {
  app.decorateRequest('identity', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    parts.stripIdentityHeaders(request.headers);

    const identity = await parts.identify(credentialOf(request.headers, request.cookies));
    const path = parts.requestPath(request.raw.url);
    const allow =
      path !== undefined &&
      parts.decide({ method: request.method, path, roles: identity?.roles ?? [] }).allow;
    if (!allow) throw identity ? notAuthorized() : notAuthenticated();

    if (!identity) return;
    request.identity = identity;
    Object.assign(request.headers, parts.identityHeaders(identity, request.id));
  });
}

/** The signed-in caller of a route that the policy opens to no one else. Throws a 401 should it be opened by mistake. */
export function callerOf(identity: Identity | null): Identity {
  if (!identity) throw notAuthenticated();
  return identity;
}
