import type { FastifyInstance } from 'fastify';

import { HttpError } from './errors/http-error.ts';
import { guardRequests } from '../domains/gateway/guard-requests.ts';
import type { Services } from '../services.ts';
import { activityRoutes } from '../domains/activity/routes.ts';
import { appSessionRoutes } from '../domains/apps/app-session-routes.ts';
import { deploymentRoutes } from '../domains/apps/deployment-routes.ts';
import { browserSignInRoutes } from '../domains/sessions/browser-sign-in-routes.ts';
import { forwardAuthRoutes } from '../domains/gateway/forward-auth-routes.ts';
import { keyRoutes } from '../domains/tokens/key-routes.ts';
import { meRoutes } from '../domains/identity/me-routes.ts';
import { patRoutes } from '../domains/tokens/pat-routes.ts';
import { policyRoutes } from '../domains/gateway/policy-routes.ts';
import { relationRoutes } from '../domains/relations/relation-routes.ts';
import { serviceRoutes } from '../domains/gateway/service-routes.ts';
import { sessionRoutes } from '../domains/sessions/session-routes.ts';
import { signOutRoutes } from '../domains/sessions/sign-out-routes.ts';
import { tokenRoutes } from '../domains/sessions/token-routes.ts';
import { userRoutes } from '../domains/identity/user-routes.ts';
import { catalogSecretRoutes } from '../domains/secrets/routes.ts';
import { clusterRoutes } from '../domains/cluster/routes.ts';
import { externalEndpointRoutes } from '../domains/endpoints/routes.ts';
import { guideRoutes } from '../domains/guide/routes.ts';
import { healthRoutes } from '../domains/cluster/health-routes.ts';
import { deployAfterDownloadRoutes } from '../domains/pending-deployments/routes.ts';
import { downloadRoutes } from '../domains/downloads/download-routes.ts';
import { modelFileRoutes } from '../domains/downloads/model-file-routes.ts';
import { searchRoutes } from '../domains/hub/search-routes.ts';
import { modelRoutes } from '../domains/models/routes.ts';
import { openapiRoute } from './openapi-routes.ts';
import { platformLogRoute } from '../domains/activity/platform-log-routes.ts';
import { securityRoutes } from '../domains/security/routes.ts';
import { modelDeploymentRoutes } from '../domains/serving/deployment-routes.ts';
import { engineLogRoutes } from '../domains/serving/engine-log-routes.ts';
import { estimateRoute } from '../domains/serving/estimate-routes.ts';
import { instanceRoutes } from '../domains/serving/instance-routes.ts';
import { modelConfigRoutes } from '../domains/model-configs/routes.ts';
import { whoamiRoute } from '../domains/identity/whoami-routes.ts';
import { testSupportRoutes } from '../test-support/routes.ts';
import { workroomMemberRoutes } from '../domains/workrooms/member-routes.ts';
import { workroomRoutes } from '../domains/workrooms/workroom-routes.ts';

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

/** All routes of the API, behind the gateway. To be registered under `/api`. */
export async function apiRoutes(app: FastifyInstance, services: Services): Promise<void> {
  guardRequests(app, services);
  for (const route of routes) route(app, services);
  if (services.settings.testing) testSupportRoutes(app, services);
  await app.register((asked) => forwardAuthRoutes(asked, services));
  // A catch-all route, so that unknown paths are behind the gateway too.
  app.all('/*', async () => {
    throw new HttpError(404, 'Not Found');
  });
}
