import type { IncomingHttpHeaders } from 'node:http';

import type { Foundation } from '../../foundation.ts';
import type { Identity } from '../gateway/identity.ts';
import { type GatewayService, identityHeaderKey } from '../gateway/service.ts';
import type { WorkroomService } from '../workrooms/service.ts';
import type { AppDeployment, NewAppDeployment } from './store.ts';
import { type RunningApps, currentIdentity } from './running-apps.ts';
import { hasRecentSignature } from './recent-signature.ts';

/** Apps: deployed, running and removed. */
export interface AppService {
  running: RunningApps;
  deploy(app: NewAppDeployment): AppDeployment;
  /** Runs an app, or restarts it, with the secret by which it recognises the gateway; by default the gateway's own. */
  run(app: AppDeployment, secret?: string): void;
  /** Whether an app that recognises the gateway by `secret` trusts these identity headers. */
  trusts(headers: IncomingHttpHeaders, secret: string): boolean;
  /** Whether the caller may stop or purge an app. */
  mayRemove(caller: Identity, app: AppDeployment): boolean;
  /** Whether the caller may use an app; apps of a workroom are for its members. */
  mayOpen(caller: Identity, app: AppDeployment): boolean;
  /** The app that a session token belongs to. */
  ofSessionToken(token: string): AppDeployment | undefined;
  /** Stops an app and keeps its record. */
  stop(id: string): void;
  /** Stops an app and removes its record. */
  purge(id: string): void;
  /** Apps that end with this session. */
  ofSession(sid: string): AppDeployment[];
  sessionEnded(sid: string): void;
  /** Runs the stored apps after a restart, and removes the ephemeral ones. */
  resume(): void;
}

/** Creates the app service. */
export function createAppService(
  { store }: Pick<Foundation, 'store'>,
  services: {
    gateway: Pick<GatewayService, 'identitySignature'>;
    workrooms: Pick<WorkroomService, 'roleIn'>;
  },
): AppService {
  const running: RunningApps = new Map();
  const self: AppService = {
    running,
    deploy(asked) {
      const app = store.apps.add(asked);
      self.run(app);
      return app;
    },
    run: (app, secret = store.secrets.get(identityHeaderKey)) =>
      void running.set(
        app.id,
        currentIdentity(app, (headers) => self.trusts(headers, secret)),
      ),
    trusts: (headers, secret) =>
      hasRecentSignature(headers, services.gateway.identitySignature(headers, secret)),
    mayRemove: ({ sub, roles }, { ownerId }) => sub === ownerId || roles.includes('admin'),
    mayOpen: ({ sub }, { workroomId }) =>
      workroomId === null || services.workrooms.roleIn(workroomId, sub) !== undefined,
    ofSessionToken: (token) => store.apps.bySessionToken(token),
    stop(id) {
      running.delete(id);
      store.apps.setStatus(id, 'STOPPED');
    },
    purge(id) {
      running.delete(id);
      store.apps.remove(id);
    },
    ofSession: (sid) => store.apps.list().filter((app) => app.ephemeral && app.ownerSession === sid),
    sessionEnded(sid) {
      for (const { id } of self.ofSession(sid)) self.purge(id);
    },
    resume() {
      for (const app of store.apps.list()) {
        if (app.ephemeral) self.purge(app.id);
        else if (app.status === 'DEPLOYED') self.run(app);
      }
    },
  };
  return self;
}
