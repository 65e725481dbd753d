import type { Foundation } from '../../foundation.ts';
import type { WorkroomRole } from './member-store.ts';

/** A session's place in a workroom. */
export interface Standing {
  workroomId: string;
  role: WorkroomRole;
}

/** Workrooms: membership, and which session is in which. */
export interface WorkroomService {
  /** A user's role in a workroom that still exists; undefined for others than members. */
  roleIn(workroomId: string, userId: string): WorkroomRole | undefined;
  /** The workroom that a session is in; undefined for none, or when its user is no longer a member. */
  standingOf(sid: string, userId: string): Standing | undefined;
  mayEnter(workroomId: string, userId: string): boolean;
  /** Moves a session into a workroom, out of the one it was in. */
  enter(sid: string, workroomId: string): void;
  leave(sid: string): void;
  /** Removes a workroom and its apps; sessions in it are then in none. */
  remove(workroomId: string): void;
  /** Removes the workrooms of a removed user. */
  ownerRemoved(userId: string): void;
  /** Removes the ephemeral workrooms of a session that ended. */
  sessionEnded(sid: string): void;
}

/** Creates the workroom service. */
export function createWorkroomService(
  { store }: Pick<Foundation, 'store'>,
  services: { apps: { purge(id: string): void } },
): WorkroomService {
  const self: WorkroomService = {
    roleIn(workroomId, userId) {
      const workroom = store.workrooms.byId(workroomId);
      const member = store.workroomMembers.find(workroomId, userId);
      return workroom?.deletedAt === null && member?.removedAt === null ? member.role : undefined;
    },
    standingOf(sid, userId) {
      const workroomId = store.workroomSessions.find(sid);
      const role = workroomId === undefined ? undefined : self.roleIn(workroomId, userId);
      return workroomId === undefined || role === undefined ? undefined : { workroomId, role };
    },
    mayEnter: (workroomId, userId) => self.roleIn(workroomId, userId) !== undefined,
    enter: (sid, workroomId) => store.workroomSessions.put(sid, workroomId),
    leave: (sid) => store.workroomSessions.remove(sid),
    remove(workroomId) {
      for (const app of store.apps.list()) if (app.workroomId === workroomId) services.apps.purge(app.id);
      store.workrooms.remove(workroomId);
    },
    ownerRemoved(userId) {
      for (const { id, ownerId } of store.workrooms.listFor(userId)) if (ownerId === userId) self.remove(id);
    },
    sessionEnded(sid) {
      for (const { id } of store.workrooms.madeIn(sid)) self.remove(id);
      self.leave(sid);
    },
  };
  return self;
}
