import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { configurationError, infrastructureError } from '@uat/core';
import { Kysely, PostgresDialect, sql, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool, TypeOverrides, types } from 'pg';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens the database and migrates it: PostgreSQL for a `postgres://` URL, else the SQLite file at that path, which is
 * created if missing. Several processes may open the same one.
 * @throws UatError (configuration) for another kind of URL, (infrastructure) when it cannot be opened.
 */
export async function openDatabase(address: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: dialectFor(address) });
  try {
    const { error } = await migratorOf(db).migrateToLatest();
    if (error !== undefined) throw error;
    return db;
  } catch (error) {
    await db.destroy();
    throw notOpened(error);
  }
}

/**
 * Runs a transaction that is on disk when it resolves. Other transactions may be lost as a whole in a power cut and are
 * then repeated: what is due is judged again, and what was sent is found under its id.
 */
export async function durably<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  // PostgreSQL is durable by default.
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return await db.transaction().execute(work);
  return await db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
    }
  });
}

/**
 * Opens a database that a service created, without migrating it; undefined when there is none.
 * @throws UatError (configuration) for an unsupported URL, (infrastructure) when it cannot be opened or is out of date.
 */
export async function openExisting(address: string): Promise<Database | undefined> {
  const dialect = dialectFor(address);
  if (dialect instanceof SqliteDialect && !existsSync(address)) return undefined;
  const db = new Kysely<Tables>({ dialect });
  const steps = await migratorOf(db)
    .getMigrations()
    .catch(async (error: unknown) => {
      await db.destroy();
      throw notOpened(error);
    });
  const made = steps.filter(({ executedAt }) => executedAt !== undefined);
  if (made.length === steps.length) return db;
  await db.destroy();
  if (made.length === 0) return undefined;
  throw infrastructureError(
    'The database was created by an older version of the gatekeeper: start this version once to update it.',
  );
}

const migratorOf = (db: Database) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } });

function notOpened(error: unknown) {
  // A connection refused on several addresses has no message of its own.
  const { message, code } = error as NodeJS.ErrnoException;
  return infrastructureError(
    `The gate's database cannot be opened: ${message || code || String(error)}. Check DATABASE_URL, or GATE_DATABASE and its folder.`,
    { cause: error },
  );
}

function dialectFor(address: string): SqliteDialect | PostgresDialect {
  if (/^postgres(?:ql)?:\/\//.test(address)) {
    return new PostgresDialect({
      pool: new Pool({ connectionString: address, types: numbersForInt8(), max: 10 }),
    });
  }
  if (/^\w+:\/\//.test(address)) {
    throw configurationError(
      'DATABASE_URL must begin with postgres://. For SQLite, leave it unset and set GATE_DATABASE to the path of the file.',
    );
  }
  return new SqliteDialect({ database: async () => sqliteFile(address) });
}

/** Times fit into a JavaScript number and are returned as one. */
function numbersForInt8(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

function sqliteFile(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  return {
    close: () => database.close(),
    prepare(text) {
      // A transaction that begins with a read could not be upgraded to a write while another process writes.
      const statement = database.prepare(text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
