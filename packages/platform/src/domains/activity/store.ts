import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** An activity of a user, as the API shows it. */
export interface Activity {
  id: string;
  user_id: string | null;
  module: string;
  apicall: string;
  action: string;
  created_at: string;
  /** Name of the user at that time. */
  username: string | null;
  /** Name of the affected object. */
  target: string | null;
}

/** A new activity. */
export type NewActivity = Omit<Activity, 'id' | 'created_at'>;

/** The record of who did what. */
export interface Activities {
  record(activity: NewActivity): void;
  /** The newest hundred, newest first. */
  recent(): Activity[];
}

/** Activities kept in `database`. */
export function createActivities(database: DatabaseSync): Activities {
  const insert = database.prepare(
    `INSERT INTO activities (id, user_id, module, apicall, action, created_at, username, target)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const recent = database.prepare('SELECT * FROM activities ORDER BY created_at DESC, rowid DESC LIMIT 100');
  return {
    record({ user_id, module, apicall, action, username, target }) {
      const now = new Date().toISOString();
      insert.run(randomUUID(), user_id, module, apicall, action, now, username, target);
    },
    recent: () => recent.all() as unknown as Activity[],
  };
}
