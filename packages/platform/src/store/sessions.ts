import type { DatabaseSync } from 'node:sqlite';

/** Sign-ins. A session's id is the id of the grant its tokens hang on, and their `sid` claim. */
export interface Sessions {
  open(sid: string, userId: string): void;
  /** Open and not revoked; a session nobody opened is not live. */
  isLive(sid: string): boolean;
  /** Whether there was a live session to revoke. */
  revoke(sid: string): boolean;
}

/** Sessions kept in `database`. */
export function createSessions(database: DatabaseSync): Sessions {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO sessions (sid, user_id, created_at) VALUES (?, ?, ?)',
  );
  const live = database.prepare('SELECT 1 FROM sessions WHERE sid = ? AND revoked_at IS NULL');
  const revoke = database.prepare('UPDATE sessions SET revoked_at = ? WHERE sid = ? AND revoked_at IS NULL');
  const now = () => Math.floor(Date.now() / 1000);
  return {
    open: (sid, userId) => void insert.run(sid, userId, now()),
    isLive: (sid) => live.get(sid) !== undefined,
    revoke: (sid) => Number(revoke.run(now(), sid).changes) > 0,
  };
}
