import type { IncomingHttpHeaders } from 'node:http';

import type { Identity } from '../gateway/identity.ts';
import type { AppDeployment, NewAppDeployment } from './store.ts';
import type { Store } from '../../database/store.ts';
import { type RunningApps, whoIsAsking } from './running-apps.ts';
import { signedLately } from './recent-signature.ts';

/** The decisions about apps. */
export interface AppParts {
  running: RunningApps;
  deploy(app: NewAppDeployment): AppDeployment;
  /** Runs an app, from now on if it runs already, with the secret that it knows the gateway by: the gateway's own, unless said otherwise. */
  run(app: AppDeployment, secret?: string): void;
  /** Whether an app that knows the gateway by `secret` believes what these headers say of the caller. */
  believes(headers: IncomingHttpHeaders, secret: string): boolean;
  /** Whether somebody may stop or purge an app. */
  mayRemove(caller: Identity, app: AppDeployment): boolean;
  /** Whether somebody may use an app: one of a workroom is for its members. */
  mayOpen(caller: Identity, app: AppDeployment): boolean;
  /** The app that a session token belongs to. */
  ofSessionToken(token: string): AppDeployment | undefined;
  /** Ends an app; its record stays. */
  stop(id: string): void;
  /** Ends an app and forgets it. */
  purge(id: string): void;
  /** The apps that go when this session ends. */
  goingWith(sid: string): AppDeployment[];
  sessionEnded(sid: string): void;
  /** What a start finds in the store: runs the apps that stay, and forgets those that go with a restart. */
  resume(): void;
}

/** What apps have to do with besides themselves. */
interface Surroundings {
  store: Store;
  workrooms: { roleIn(workroomId: string, userId: string): unknown };
  gateway: { secret(): string; signature(headers: IncomingHttpHeaders, secret: string): string };
}

/** The decisions about apps in their true form; each reaches the others through `own()`, at the time of the call. */
export function createAppParts(around: Surroundings, own: () => AppParts): AppParts {
  const { store } = around;
  const running: RunningApps = new Map();
  return {
    running,
    deploy(asked) {
      const app = store.apps.add(asked);
      own().run(app);
      return app;
    },
    run: (app, secret = around.gateway.secret()) =>
      void running.set(
        app.id,
        whoIsAsking(app, (headers) => own().believes(headers, secret)),
      ),
    believes: (headers, secret) => signedLately(headers, around.gateway.signature(headers, secret)),
    mayRemove: ({ sub, roles }, { ownerId }) => sub === ownerId || roles.includes('admin'),
    mayOpen: ({ sub }, { workroomId }) =>
      workroomId === null || around.workrooms.roleIn(workroomId, sub) !== undefined,
    ofSessionToken: (token) => store.apps.bySessionToken(token),
    stop(id) {
      running.delete(id);
      store.apps.setStatus(id, 'STOPPED');
    },
    purge(id) {
      running.delete(id);
      store.apps.remove(id);
    },
    goingWith: (sid) => store.apps.list().filter((app) => app.ephemeral && app.ownerSession === sid),
    sessionEnded(sid) {
      for (const { id } of own().goingWith(sid)) own().purge(id);
    },
    resume() {
      for (const app of store.apps.list()) {
        if (app.ephemeral) own().purge(app.id);
        else if (app.status === 'DEPLOYED') own().run(app);
      }
    },
  };
}
