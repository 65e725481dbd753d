import type { FastifyInstance, FastifyRequest } from 'fastify';

import { notAuthenticated, notAuthorized } from '../../server/errors/http-error.ts';
import { identityHeaderNames } from './identity-headers.ts';
import { anonymous } from './policy.ts';
import type { Services } from '../../services.ts';

/** Answers a gateway that asks, with the verb of the request it holds, who that is and whether they may. */
export async function forwardAuthRoutes(app: FastifyInstance, services: Services): Promise<void> {
  // The question may carry the held request's body, of any kind; it has no part in the decision.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });

  for (const url of ['/auth/validate', '/auth/forward/validate', '/auth/forward/validate/*']) {
    app.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url,
      async handler(request, reply) {
        const { identity } = request;
        const held = heldRequest(request);
        if (held && !allows(services, held, identity?.roles))
          throw identity ? notAuthorized() : notAuthenticated();
        if (!held && !identity) throw notAuthenticated();
        reply
          .headers(noIdentity)
          .headers(identity ? services.gateway.identityHeaders(identity, request.id) : nobody);
        return { status: 'ok' };
      },
    });
  }
}

// Empty rather than absent: a gateway that copies these headers then wipes what the client sent under their names.
const noIdentity = Object.fromEntries(identityHeaderNames.map((name) => [name, '']));
const nobody = { 'x-user-roles': anonymous };

interface HeldRequest {
  method: string;
  target: string;
}

// A gateway names the held request in headers, or repeats its verb and appends its path; without either there is
// only the question who is asking.
function heldRequest({ headers, method, params, raw }: FastifyRequest): HeldRequest | undefined {
  const appended = (params as { '*'?: string })['*'];
  const target = headers['x-forwarded-uri'] ?? (appended ? appendedTarget(raw.url) : undefined);
  if (target === undefined) return undefined;
  return { method: String(headers['x-forwarded-method'] ?? method), target: String(target) };
}

// As it came, because the router has decoded its copy. An address spelled so that this finds nothing is denied.
function appendedTarget(url = ''): string {
  return /^\/api\/auth\/forward\/validate(\/.*)$/s.exec(url)?.[1] ?? '';
}

function allows(services: Services, { method, target }: HeldRequest, roles: readonly string[] = []): boolean {
  const path = services.gateway.requestPath(target);
  return path !== undefined && services.gateway.decide({ method, path, roles }).allow;
}
