import type { DatabaseSync } from 'node:sqlite';

/** Values that are set while the platform runs and have to be there after a restart. */
export interface KeptValues {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Values kept in `database`. */
export function createKeptValues(database: DatabaseSync): KeptValues {
  const select = database.prepare('SELECT value FROM settings WHERE name = ?');
  const upsert = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get(name) {
      const row = select.get(name);
      return row && String(row.value);
    },
    set: (name, value) => void upsert.run(name, value),
  };
}
