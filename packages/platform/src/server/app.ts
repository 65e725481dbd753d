import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';

import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';

import { answerErrors } from './errors/answer-errors.ts';
import type { WebServer } from './listen.ts';
import { logRequests } from './log/log-requests.ts';
import type { Services } from '../services.ts';
import { mountRealm } from '../domains/realm/mount-realm.ts';
import type { PlatformInternals } from '../platform-internals.ts';
import { apiRoutes } from './api-routes.ts';
import { runtimeAppRoutes } from '../domains/apps/runtime-app-routes.ts';
import { runtimeModelRoutes } from '../domains/serving/runtime-model-routes.ts';
import { serveConsole } from './serve-console.ts';
import { appDirectAccess } from '../test-support/app-direct-access.ts';
import { installTestSupport } from '../test-support/install-test-support.ts';

// The realm's own pages have inline scripts: the provider adds their hashes to this script-src.
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
};

/** The web application of the platform: API, realm and console. When it is complete, it takes over `server`. */
export async function createApp(
  server: WebServer,
  services: Services,
  consoleRoot: string,
  extend: (internals: PlatformInternals) => void = () => undefined,
): Promise<FastifyInstance> {
  let handle: RequestListener | undefined;
  const app = fastify({
    serverFactory(handler) {
      handle = handler;
      return server;
    },
    routerOptions: { ignoreTrailingSlash: true },
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(securityHeaders));
  if (services.settings.testing) installTestSupport(app, services);
  answerErrors(app, services.log);
  logRequests(app, services.log);
  extend({ services, http: app });
  // As in FastAPI, each route reports a missing body itself.
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) =>
    body === '' ? done(null) : parseJson(request, body, done),
  );
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register((api) => apiRoutes(api, services), { prefix: '/api' });
  await app.register((runtime) => runtimeAppRoutes(runtime, services), { prefix: '/runtime/apps' });
  await app.register((runtime) => runtimeModelRoutes(runtime, services), { prefix: '/runtime/models' });
  if (services.settings.testing)
    await app.register((direct) => appDirectAccess(direct, services), { prefix: '/testing/apps' });
  mountRealm(app, services);
  await serveConsole(app, consoleRoot);
  await app.ready();
  if (handle !== undefined) server.on('request', handle);
  return app;
}

// Keeps a caller's request id, so that both logs can be correlated, if it is safe to log.
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}
