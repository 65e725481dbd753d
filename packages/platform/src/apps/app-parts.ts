import type { Identity } from '../gateway/identity.ts';
import type { AppDeployment, NewAppDeployment } from '../store/app-deployments.ts';
import type { Store } from '../store/open-store.ts';
import { type RunningApps, whoIsAsking } from './running-apps.ts';

/** The decisions about apps. */
export interface AppParts {
  running: RunningApps;
  deploy(app: NewAppDeployment): AppDeployment;
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
}

/** The decisions about apps in their true form; each reaches the others through `own()`, at the time of the call. */
export function createAppParts(around: Surroundings, own: () => AppParts): AppParts {
  const { store } = around;
  const running: RunningApps = new Map();
  return {
    running,
    deploy(asked) {
      const app = store.apps.add(asked);
      running.set(app.id, whoIsAsking(app));
      return app;
    },
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
        else if (app.status === 'DEPLOYED') running.set(app.id, whoIsAsking(app));
      }
    },
  };
}
