import type { FastifyInstance } from 'fastify';

import { HttpError } from '../errors/http-error.ts';
import { guardRequests } from '../gateway/guard-requests.ts';
import type { Parts } from '../parts.ts';
import { activityRoutes } from './activity.ts';
import { browserSignInRoutes } from './auth/browser-sign-in.ts';
import { forwardAuthRoutes } from './auth/forward-auth.ts';
import { meRoutes } from './auth/me.ts';
import { patRoutes } from './auth/pats.ts';
import { serviceRoutes } from './auth/service.ts';
import { signOutRoutes } from './auth/sign-out.ts';
import { tokenRoutes } from './auth/tokens.ts';
import { clusterRoutes } from './cluster.ts';
import { healthRoutes } from './health.ts';
import { modelRoutes } from './models.ts';
import { openapiRoute } from './openapi.ts';
import { securityRoutes } from './security.ts';
import { servingRoutes } from './serving.ts';
import { whoamiRoute } from './whoami.ts';

const routes = [
  healthRoutes,
  whoamiRoute,
  openapiRoute,
  serviceRoutes,
  tokenRoutes,
  browserSignInRoutes,
  signOutRoutes,
  meRoutes,
  patRoutes,
  securityRoutes,
  modelRoutes,
  servingRoutes,
  clusterRoutes,
  activityRoutes,
];

/** The API, every route of it behind the gateway; to be registered under `/api`. */
export async function apiRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  guardRequests(app, parts);
  for (const route of routes) route(app, parts);
  await app.register((asked) => forwardAuthRoutes(asked, parts));
  // A route of its own, so that what does not exist is behind the gateway too.
  app.all('/*', async () => {
    throw new HttpError(404, 'Not Found');
  });
}
