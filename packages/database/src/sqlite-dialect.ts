import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

/** A dialect for the SQLite file at a path, which is created if missing; several processes may open it. */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: async () => sqliteFile(file) });
}

function sqliteFile(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  return {
    close: () => database.close(),
    prepare(text) {
      // SQLite itself rolls back when the disk is full; the error of a second rollback would hide the reason.
      const isOver = text === 'rollback' && !database.isTransaction;
      // A transaction that begins with a read could not be upgraded to a write while another process writes.
      const statement = database.prepare(isOver ? 'select 1' : text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
