import type { DatabaseSync } from 'node:sqlite';

import { migrations } from './schema.ts';

/** Brings the tables of `database` up to date. Each migration runs once, atomically. */
export function migrate(database: DatabaseSync): void {
  const done = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  migrations.slice(done).forEach((step, index) => {
    database.exec(`BEGIN; ${step} PRAGMA user_version = ${done + index + 1}; COMMIT;`);
  });
}
