import type { FastifyInstance, FastifyRequest } from 'fastify';

import { notAuthenticated, notAuthorized } from '../../server/errors/http-error.ts';
import { identityHeaderNames } from './identity-headers.ts';
import { anonymous } from './policy.ts';
import type { Services } from '../../services.ts';

/** Forward authentication: identifies the caller of a request that a gateway holds, and decides whether it may pass. */
export async function forwardAuthRoutes(app: FastifyInstance, services: Services): Promise<void> {
  // The body of the held request may be of any type; it has no part in the decision.
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
          .headers(identity ? services.gateway.identityHeaders(identity, request.id) : anonymousHeaders);
        return { status: 'ok' };
      },
    });
  }
}

// Empty rather than absent, so that a gateway that copies these headers overwrites what the client sent.
const noIdentity = Object.fromEntries(identityHeaderNames.map((name) => [name, '']));
const anonymousHeaders = { 'x-user-roles': anonymous };

interface HeldRequest {
  method: string;
  target: string;
}

// A gateway names the held request in headers, or repeats its verb and appends its path. Without either, only the
// caller is identified.
function heldRequest({ headers, method, params, raw }: FastifyRequest): HeldRequest | undefined {
  const appended = (params as { '*'?: string })['*'];
  const target = headers['x-forwarded-uri'] ?? (appended ? appendedTarget(raw.url) : undefined);
  if (target === undefined) return undefined;
  return { method: String(headers['x-forwarded-method'] ?? method), target: String(target) };
}

// From the raw URL, because the router decodes its copy. A target that this does not find is denied.
function appendedTarget(url = ''): string {
  return /^\/api\/auth\/forward\/validate(\/.*)$/s.exec(url)?.[1] ?? '';
}

function allows(services: Services, { method, target }: HeldRequest, roles: readonly string[] = []): boolean {
  const path = services.gateway.requestPath(target);
  return path !== undefined && services.gateway.decide({ method, path, roles }).allow;
}
