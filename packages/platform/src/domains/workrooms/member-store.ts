import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** Roles of members, from most to least privileged. */
export const workroomRoles = ['owner', 'editor', 'viewer'] as const;
export type WorkroomRole = (typeof workroomRoles)[number];

/** A user's membership in a workroom. */
export interface WorkroomMember {
  id: string;
  workroomId: string;
  userId: string;
  role: WorkroomRole;
  invitedBy: string | null;
  joinedAt: string;
  removedAt: string | null;
}

/** A new membership. */
export type NewWorkroomMember = Pick<WorkroomMember, 'workroomId' | 'userId' | 'role' | 'invitedBy'>;

/** Memberships of all workrooms. */
export interface WorkroomMembers {
  /** Adds a member, or changes the role of one. */
  put(member: NewWorkroomMember): WorkroomMember;
  /** The current or former membership of a user. */
  find(workroomId: string, userId: string): WorkroomMember | undefined;
  /** Current members, in the order in which they joined. */
  list(workroomId: string): WorkroomMember[];
  remove(workroomId: string, userId: string): void;
}

/** Memberships kept in `database`. */
export function createWorkroomMembers(database: DatabaseSync): WorkroomMembers {
  const put = database.prepare(
    `INSERT INTO workroom_members (id, workroom_id, user_id, role, invited_by, joined_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (workroom_id, user_id) DO UPDATE SET role = excluded.role, removed_at = NULL RETURNING *`,
  );
  const find = database.prepare('SELECT * FROM workroom_members WHERE workroom_id = ? AND user_id = ?');
  const list = database.prepare(
    'SELECT * FROM workroom_members WHERE workroom_id = ? AND removed_at IS NULL ORDER BY joined_at, rowid',
  );
  const remove = database.prepare(
    'UPDATE workroom_members SET removed_at = ? WHERE workroom_id = ? AND user_id = ?',
  );
  return {
    put({ workroomId, userId, role, invitedBy }) {
      const row = put.get(randomUUID(), workroomId, userId, role, invitedBy, new Date().toISOString());
      return memberFrom(row ?? {});
    },
    find(workroomId, userId) {
      const row = find.get(workroomId, userId);
      return row && memberFrom(row);
    },
    list: (workroomId) => list.all(workroomId).map(memberFrom),
    remove: (workroomId, userId) => void remove.run(new Date().toISOString(), workroomId, userId),
  };
}

function memberFrom(row: Record<string, SQLOutputValue>): WorkroomMember {
  return {
    id: String(row['id']),
    workroomId: String(row['workroom_id']),
    userId: String(row['user_id']),
    role: workroomRoles.find((role) => role === row['role']) ?? 'viewer',
    invitedBy: row['invited_by'] === null ? null : String(row['invited_by']),
    joinedAt: String(row['joined_at']),
    removedAt: row['removed_at'] === null ? null : String(row['removed_at']),
  };
}
