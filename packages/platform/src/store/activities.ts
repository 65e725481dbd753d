import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Something a user did, as the API shows it. */
export interface Activity {
  id: string;
  user_id: string | null;
  module: string;
  apicall: string;
  action: string;
  created_at: string;
}

/** The record of who did what. */
export interface Activities {
  record(activity: Pick<Activity, 'user_id' | 'module' | 'apicall' | 'action'>): void;
  /** The newest hundred, newest first. */
  recent(): Activity[];
}

/** Activities kept in `database`. */
export function createActivities(database: DatabaseSync): Activities {
  const insert = database.prepare(
    'INSERT INTO activities (id, user_id, module, apicall, action, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const recent = database.prepare('SELECT * FROM activities ORDER BY created_at DESC, rowid DESC LIMIT 100');
  return {
    record: ({ user_id, module, apicall, action }) =>
      void insert.run(randomUUID(), user_id, module, apicall, action, new Date().toISOString()),
    recent: () => recent.all() as unknown as Activity[],
  };
}
