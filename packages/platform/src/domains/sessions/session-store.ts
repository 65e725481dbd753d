import type { DatabaseSync } from 'node:sqlite';

import { lifetimes } from '../realm/lifetimes.ts';

/** Sessions. Their id is the id of the grant of their tokens, and the `sid` claim. */
export interface Sessions {
  open(sid: string, userId: string): void;
  /** Whether a session was opened and has not been revoked. */
  isLive(sid: string): boolean;
  /** Live sessions of a user. */
  liveOf(userId: string): string[];
  /** Whether the session was ever opened. */
  isKnown(sid: string): boolean;
  revoke(sid: string): void;
  /** Removes sessions without any valid token. */
  removeExpired(): void;
}

const day = 86_400;

/** Sessions kept in `database`. */
export function createSessions(database: DatabaseSync): Sessions {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO sessions (sid, user_id, created_at) VALUES (?, ?, ?)',
  );
  const live = database.prepare('SELECT 1 FROM sessions WHERE sid = ? AND revoked_at IS NULL');
  const liveOf = database.prepare('SELECT sid FROM sessions WHERE user_id = ? AND revoked_at IS NULL');
  const known = database.prepare('SELECT 1 FROM sessions WHERE sid = ?');
  const revoke = database.prepare('UPDATE sessions SET revoked_at = ? WHERE sid = ? AND revoked_at IS NULL');
  const removeExpired = database.prepare('DELETE FROM sessions WHERE created_at < ? OR revoked_at < ?');
  const now = () => Math.floor(Date.now() / 1000);
  return {
    open: (sid, userId) => void insert.run(sid, userId, now()),
    isLive: (sid) => live.get(sid) !== undefined,
    liveOf: (userId) => liveOf.all(userId).map((row) => String(row.sid)),
    isKnown: (sid) => known.get(sid) !== undefined,
    revoke: (sid) => void revoke.run(now(), sid),
    removeExpired: () => void removeExpired.run(now() - lifetimes.refresh - day, now() - day),
  };
}
