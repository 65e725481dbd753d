import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** Optional details of a workroom. */
export interface WorkroomDetails {
  description: string | null;
  labels: string[] | null;
  classification: string | null;
  attributes: Record<string, unknown> | null;
  scg_references: string[] | null;
}

/** A workroom. */
export interface Workroom {
  id: string;
  ownerId: string;
  name: string;
  /** An ephemeral one is removed with the session that created it. */
  type: 'ephemeral' | 'persistent';
  details: WorkroomDetails;
  createdAt: string;
  deletedAt: string | null;
}

/** A new workroom, and the session that it is removed with if it is ephemeral. */
export type NewWorkroom = Pick<Workroom, 'ownerId' | 'name' | 'type' | 'details'> & {
  ownerSession: string | null;
};

/** All workrooms. */
export interface Workrooms {
  add(workroom: NewWorkroom): Workroom;
  /** Includes deleted ones, so that former members can be told. */
  byId(id: string): Workroom | undefined;
  /** Existing workrooms of a member, in the order of their creation. */
  listFor(userId: string): Workroom[];
  /** Ephemeral workrooms that were created in a session. */
  madeIn(sid: string): Workroom[];
  remove(id: string): void;
}

/** Workrooms kept in `database`. */
export function createWorkrooms(database: DatabaseSync): Workrooms {
  const insert = database.prepare(
    `INSERT INTO workrooms (id, owner_id, owner_session, name, type, details, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare('SELECT * FROM workrooms WHERE id = ?');
  const listFor = database.prepare(
    `SELECT w.* FROM workrooms w JOIN workroom_members m ON m.workroom_id = w.id
     WHERE m.user_id = ? AND m.removed_at IS NULL AND w.deleted_at IS NULL ORDER BY w.created_at, w.rowid`,
  );
  const madeIn = database.prepare(
    "SELECT * FROM workrooms WHERE owner_session = ? AND type = 'ephemeral' AND deleted_at IS NULL",
  );
  const remove = database.prepare('UPDATE workrooms SET deleted_at = ? WHERE id = ?');
  return {
    add({ ownerId, ownerSession, name, type, details }) {
      const id = randomUUID();
      const createdAt = new Date().toISOString();
      insert.run(id, ownerId, ownerSession, name, type, JSON.stringify(details), createdAt);
      return { id, ownerId, name, type, details, createdAt, deletedAt: null };
    },
    byId(id) {
      const row = byId.get(id);
      return row && workroomFrom(row);
    },
    listFor: (userId) => listFor.all(userId).map(workroomFrom),
    madeIn: (sid) => madeIn.all(sid).map(workroomFrom),
    remove: (id) => void remove.run(new Date().toISOString(), id),
  };
}

function workroomFrom(row: Record<string, SQLOutputValue>): Workroom {
  return {
    id: String(row['id']),
    ownerId: String(row['owner_id']),
    name: String(row['name']),
    type: row['type'] === 'ephemeral' ? 'ephemeral' : 'persistent',
    details: JSON.parse(String(row['details'])),
    createdAt: String(row['created_at']),
    deletedAt: row['deleted_at'] === null ? null : String(row['deleted_at']),
  };
}
