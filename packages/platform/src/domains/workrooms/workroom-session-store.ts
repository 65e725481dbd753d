import type { DatabaseSync } from 'node:sqlite';

/** The current workroom of each session. */
export interface WorkroomSessions {
  put(sid: string, workroomId: string): void;
  find(sid: string): string | undefined;
  remove(sid: string): void;
  /** The number of a user's live sessions in a workroom. */
  count(workroomId: string, userId: string): number;
  /** Removes ended sessions. */
  removeExpired(): void;
}

/** Workrooms of sessions, kept in `database`. */
export function createWorkroomSessions(database: DatabaseSync): WorkroomSessions {
  const put = database.prepare('INSERT OR REPLACE INTO workroom_sessions (sid, workroom_id) VALUES (?, ?)');
  const find = database.prepare('SELECT workroom_id FROM workroom_sessions WHERE sid = ?');
  const remove = database.prepare('DELETE FROM workroom_sessions WHERE sid = ?');
  const count = database.prepare(
    `SELECT count(*) AS n FROM workroom_sessions w JOIN sessions s ON s.sid = w.sid
     WHERE w.workroom_id = ? AND s.user_id = ? AND s.revoked_at IS NULL`,
  );
  const removeExpired = database.prepare(
    'DELETE FROM workroom_sessions WHERE sid NOT IN (SELECT sid FROM sessions)',
  );
  return {
    put: (sid, workroomId) => void put.run(sid, workroomId),
    find(sid) {
      const row = find.get(sid);
      return row && String(row.workroom_id);
    },
    remove: (sid) => void remove.run(sid),
    count: (workroomId, userId) => Number(count.get(workroomId, userId)?.n),
    removeExpired: () => void removeExpired.run(),
  };
}
