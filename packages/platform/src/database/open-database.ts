import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { StartError } from '../server/errors/start-error.ts';
import { migrate } from './migrate.ts';

/** The platform's database in `dataDir`, created when missing. Throws a StartError when it cannot be used. */
export function openDatabase(dataDir: string): DatabaseSync {
  try {
    const database = new DatabaseSync(join(dataDir, 'platform.sqlite'));
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
    migrate(database);
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The data folder ${dataDir} cannot be used (${reason}). Name a writable folder with --data.`,
      { cause },
    );
  }
}
