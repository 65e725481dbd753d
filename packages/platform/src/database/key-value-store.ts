import type { DatabaseSync } from 'node:sqlite';

/** Settings that are changed at run time and outlive a restart. */
export interface KeyValues {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Settings kept in `database`. */
export function createKeyValues(database: DatabaseSync): KeyValues {
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
