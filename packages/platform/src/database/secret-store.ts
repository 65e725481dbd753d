import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Small values that are made once per data folder and stay secret. */
export interface Secrets {
  /** The value under `name`, made up by `create` (32 random bytes in base64url by default) the first time. */
  get(name: string, create?: () => string): string;
}

/** Secrets kept in `database`. */
export function createSecrets(database: DatabaseSync): Secrets {
  const select = database.prepare('SELECT value FROM secrets WHERE name = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)');
  return {
    get(name, create = () => randomBytes(32).toString('base64url')) {
      const found = select.get(name);
      if (found) return String(found.value);
      insert.run(name, create());
      return String(select.get(name)?.value);
    },
  };
}
