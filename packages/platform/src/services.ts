import { type ActivityService, createActivityService } from './domains/activity/service.ts';
import { type AppService, createAppService } from './domains/apps/service.ts';
import { createDownloadService } from './domains/downloads/download-service.ts';
import type { Downloads } from './domains/downloads/downloads.ts';
import { createModelFileService, type ModelFileService } from './domains/downloads/model-file-service.ts';
import { createEndpointService, type EndpointService } from './domains/endpoints/service.ts';
import { createGatewayService, type GatewayService } from './domains/gateway/service.ts';
import { createGuideService, type GuideService } from './domains/guide/service.ts';
import { createHubService, type HubService } from './domains/hub/service.ts';
import { createIdentityService, type IdentityService } from './domains/identity/service.ts';
import {
  createPendingDeploymentService,
  type PendingDeploymentService,
} from './domains/pending-deployments/service.ts';
import { createRealmService, type RealmService } from './domains/realm/service.ts';
import { createRelationService, type RelationService } from './domains/relations/service.ts';
import { createSecretService, type SecretService } from './domains/secrets/service.ts';
import { createSecurityService, type SecurityService } from './domains/security/service.ts';
import { createServingService, type ServingService } from './domains/serving/service.ts';
import { createSessionService, type SessionService } from './domains/sessions/service.ts';
import { createTokenService, type TokenService } from './domains/tokens/service.ts';
import { createWorkroomService, type WorkroomService } from './domains/workrooms/service.ts';
import type { Foundation } from './foundation.ts';
import { overridable } from './overridable.ts';

/** The services of the platform, by domain. */
export interface Services extends Foundation {
  activity: ActivityService;
  apps: AppService;
  downloads: Downloads;
  endpoints: EndpointService;
  gateway: GatewayService;
  guide: GuideService;
  hub: HubService;
  identity: IdentityService;
  modelFiles: ModelFileService;
  pendingDeployments: PendingDeploymentService;
  realm: RealmService;
  relations: RelationService;
  secrets: SecretService;
  security: SecurityService;
  serving: ServingService;
  sessions: SessionService;
  tokens: TokenService;
  workrooms: WorkroomService;
}

/** Composes the services: each gets the foundation, and the others to depend on. Any of them can be overridden. */
export function createServices(foundation: Foundation): Services {
  return overridable<Services>({
    settings: () => foundation.settings,
    store: () => foundation.store,
    keys: () => foundation.keys,
    policy: () => foundation.policy,
    log: () => foundation.log,
    folder: () => foundation.folder,
    activity: () => createActivityService(foundation),
    apps: (services) => createAppService(foundation, services),
    downloads: (services) => createDownloadService(foundation, services),
    endpoints: () => createEndpointService(),
    gateway: (services) => createGatewayService(foundation, services),
    guide: () => createGuideService(foundation),
    hub: () => createHubService(),
    identity: () => createIdentityService(foundation),
    modelFiles: (services) => createModelFileService(foundation, services),
    pendingDeployments: (services) => createPendingDeploymentService(foundation, services),
    realm: (services) => createRealmService(foundation, services),
    relations: () => createRelationService(foundation),
    secrets: () => createSecretService(foundation),
    security: () => createSecurityService(),
    serving: (services) => createServingService(foundation, services),
    sessions: (services) => createSessionService(foundation, services),
    tokens: () => createTokenService(foundation),
    workrooms: (services) => createWorkroomService(foundation, services),
  });
}
