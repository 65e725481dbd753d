import type { Store } from '../../database/store.ts';
import type { WorkroomRole } from './member-store.ts';

/** Where a session stands, and as what. */
export interface Standing {
  workroomId: string;
  role: WorkroomRole;
}

/** The decisions about workrooms. */
export interface WorkroomParts {
  /** What a user is in a workroom that is still there; undefined for whoever is no member. */
  roleIn(workroomId: string, userId: string): WorkroomRole | undefined;
  /** Where a session stands; undefined when it is in no workroom, or in one that its user has no place in any more. */
  standingOf(sid: string, userId: string): Standing | undefined;
  mayEnter(workroomId: string, userId: string): boolean;
  /** Puts a session into a workroom, and out of the one it was in. */
  enter(sid: string, workroomId: string): void;
  leave(sid: string): void;
  /** Removes a workroom and the apps in it; whoever stands in it then stands nowhere. */
  remove(workroomId: string): void;
  /** What becomes of a user's workrooms when there is no such user any more. */
  ownerRemoved(userId: string): void;
  /** What becomes of workrooms when a session ends. */
  sessionEnded(sid: string): void;
}

/** What workrooms have to do with besides themselves. */
interface Surroundings {
  store: Store;
  apps: { purge(id: string): void };
}

/** The decisions about workrooms in their true form; each reaches the others through `own()`, at the time of the call. */
export function createWorkroomParts(around: Surroundings, own: () => WorkroomParts): WorkroomParts {
  const { store } = around;
  return {
    roleIn(workroomId, userId) {
      const workroom = store.workrooms.byId(workroomId);
      const member = store.workroomMembers.find(workroomId, userId);
      return workroom?.deletedAt === null && member?.removedAt === null ? member.role : undefined;
    },
    standingOf(sid, userId) {
      const workroomId = store.workroomSessions.find(sid);
      const role = workroomId === undefined ? undefined : own().roleIn(workroomId, userId);
      return workroomId === undefined || role === undefined ? undefined : { workroomId, role };
    },
    mayEnter: (workroomId, userId) => own().roleIn(workroomId, userId) !== undefined,
    enter: (sid, workroomId) => store.workroomSessions.put(sid, workroomId),
    leave: (sid) => store.workroomSessions.remove(sid),
    remove(workroomId) {
      for (const app of store.apps.list()) if (app.workroomId === workroomId) around.apps.purge(app.id);
      store.workrooms.remove(workroomId);
    },
    ownerRemoved(userId) {
      for (const { id, ownerId } of store.workrooms.listFor(userId)) if (ownerId === userId) own().remove(id);
    },
    sessionEnded(sid) {
      for (const { id } of store.workrooms.madeIn(sid)) own().remove(id);
      own().leave(sid);
    },
  };
}
