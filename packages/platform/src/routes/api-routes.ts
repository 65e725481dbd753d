import type { FastifyInstance } from 'fastify';

import { HttpError } from '../errors/http-error.ts';
import { guardRequests } from '../gateway/guard-requests.ts';
import type { Parts } from '../parts.ts';
import { activityRoutes } from './activity.ts';
import { appSessionRoutes } from './apps/app-sessions.ts';
import { deploymentRoutes } from './apps/deployments.ts';
import { browserSignInRoutes } from './auth/browser-sign-in.ts';
import { forwardAuthRoutes } from './auth/forward-auth.ts';
import { keyRoutes } from './auth/keys.ts';
import { meRoutes } from './auth/me.ts';
import { patRoutes } from './auth/pats.ts';
import { policyRoutes } from './auth/policy.ts';
import { relationRoutes } from './auth/relations.ts';
import { serviceRoutes } from './auth/service.ts';
import { sessionRoutes } from './auth/sessions.ts';
import { signOutRoutes } from './auth/sign-out.ts';
import { tokenRoutes } from './auth/tokens.ts';
import { userRoutes } from './auth/users.ts';
import { catalogSecretRoutes } from './catalog/secrets.ts';
import { clusterRoutes } from './cluster.ts';
import { externalEndpointRoutes } from './external-endpoints.ts';
import { guideRoutes } from './guide.ts';
import { healthRoutes } from './health.ts';
import { deployAfterDownloadRoutes } from './hub/deploy-after-download.ts';
import { downloadRoutes } from './hub/downloads.ts';
import { modelFileRoutes } from './hub/model-files.ts';
import { searchRoutes } from './hub/search.ts';
import { modelRoutes } from './models.ts';
import { openapiRoute } from './openapi.ts';
import { platformLogRoute } from './platform-log.ts';
import { securityRoutes } from './security.ts';
import { modelDeploymentRoutes } from './serving/deployments.ts';
import { engineLogRoutes } from './serving/engine-logs.ts';
import { estimateRoute } from './serving/estimate.ts';
import { instanceRoutes } from './serving/instances.ts';
import { modelConfigRoutes } from './serving/model-configs.ts';
import { whoamiRoute } from './whoami.ts';
import { testingRoutes } from '../testing-door/testing-routes.ts';
import { workroomMemberRoutes } from './workrooms/members.ts';
import { workroomRoutes } from './workrooms/workrooms.ts';

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
  userRoutes,
  sessionRoutes,
  keyRoutes,
  policyRoutes,
  relationRoutes,
  securityRoutes,
  modelRoutes,
  searchRoutes,
  downloadRoutes,
  deployAfterDownloadRoutes,
  modelFileRoutes,
  guideRoutes,
  externalEndpointRoutes,
  catalogSecretRoutes,
  modelConfigRoutes,
  modelDeploymentRoutes,
  instanceRoutes,
  engineLogRoutes,
  estimateRoute,
  clusterRoutes,
  activityRoutes,
  workroomRoutes,
  workroomMemberRoutes,
  deploymentRoutes,
  appSessionRoutes,
  platformLogRoute,
];

/** The API, every route of it behind the gateway; to be registered under `/api`. */
export async function apiRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  guardRequests(app, parts);
  for (const route of routes) route(app, parts);
  if (parts.settings.testing) testingRoutes(app, parts);
  await app.register((asked) => forwardAuthRoutes(asked, parts));
  // A route of its own, so that what does not exist is behind the gateway too.
  app.all('/*', async () => {
    throw new HttpError(404, 'Not Found');
  });
}
