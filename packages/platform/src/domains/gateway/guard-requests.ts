import type { FastifyInstance } from 'fastify';

import { notAuthenticated, notAuthorized } from '../../server/errors/http-error.ts';
import type { Services } from '../../services.ts';
import { credentialOf } from './identity.ts';

/** Guards every route of `app`: strips identity headers, identifies the caller, and applies the policy. */
export function guardRequests(app: FastifyInstance, services: Services): void {
  app.decorateRequest('identity', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    services.gateway.stripIdentityHeaders(request.headers);

    const identity = await services.gateway.identify(credentialOf(request.headers, request.cookies));
    const path = services.gateway.requestPath(request.raw.url);
    const allow =
      path !== undefined &&
      services.gateway.decide({ method: request.method, path, roles: identity?.roles ?? [] }).allow;
    if (!allow) throw identity ? notAuthorized() : notAuthenticated();

    if (!identity) return;
    request.identity = identity;
    Object.assign(request.headers, services.gateway.identityHeaders(identity, request.id));
  });
}
