import { existsSync } from 'node:fs';
import { configurationError, infrastructureError, type UatError } from '@uat/core';
import { Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { isPostgres } from './address.ts';
import { postgresDialect, type Timeouts } from './postgres-dialect.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** The tables of one program in a database, which it may share with other programs. */
export interface Schema {
  /** Subject of error messages: `The gate's database`. */
  name: string;
  /** The program that creates it: `the gatekeeper`. */
  program: string;
  /** What to do when it cannot be opened. */
  advice: string;
  /** What to do about a URL of another kind than `postgres://`. */
  urlAdvice: string;
  /** All migrations from an empty database to the current schema, in the order of their names. */
  migrations: Record<string, Migration>;
  /** Name of the table that lists the migrations made, for a database of several programs. */
  migrationTable?: string;
  /** For PostgreSQL. */
  timeouts?: Timeouts;
}

export interface OpenedDatabase<Tables> {
  db: Kysely<Tables>;
  /** Whether it had no tables before. */
  isNew: boolean;
}

/**
 * Opens a database and migrates it: PostgreSQL for a `postgres://` URL, else the SQLite file at that path, which is
 * created if missing. Several processes may open the same one.
 * @throws UatError (configuration) for another kind of URL or a database of a newer version, (infrastructure) when it
 * cannot be opened.
 */
export async function openDatabase<Tables>(address: string, schema: Schema): Promise<OpenedDatabase<Tables>> {
  const db = await connected<Tables>(address, schema);
  try {
    // A server that does not answer is waited for once.
    await sql`select 1`.execute(db);
    const migrate = () => migratorOf(db, schema).migrateToLatest();
    let { error, results = [] } = await migrate();
    if (error !== undefined) {
      const newer = await newerVersion(db, schema);
      if (newer !== undefined) throw newer;
      // Another process may have migrated it in the meantime; on SQLite, the migrator looks before it locks.
      ({ error, results = [] } = await migrate());
    }
    if (error !== undefined) throw error;
    const [first] = Object.keys(schema.migrations).toSorted();
    return { db, isNew: results.some(({ migrationName }) => migrationName === first) };
  } catch (error) {
    await db.destroy();
    throw notOpened(error, schema);
  }
}

/**
 * Opens a database that its program created, without migrating it; undefined when there is none.
 * @throws UatError (configuration) for an unsupported URL, (infrastructure) when it cannot be opened or is out of date.
 */
export async function openExisting<Tables>(
  address: string,
  schema: Schema,
): Promise<Kysely<Tables> | undefined> {
  const db = await connected<Tables>(address, schema, { create: false });
  if (db === undefined) return undefined;
  const steps = await migratorOf(db, schema)
    .getMigrations()
    .catch(async (error: unknown) => {
      await db.destroy();
      throw notOpened(error, schema);
    });
  const made = steps.filter(({ executedAt }) => executedAt !== undefined);
  if (made.length === steps.length) return db;
  await db.destroy();
  if (made.length === 0) return undefined;
  throw infrastructureError(
    `The database was created by an older version of ${schema.program}: start this version once to update it.`,
  );
}

async function connected<Tables>(address: string, schema: Schema): Promise<Kysely<Tables>>;
async function connected<Tables>(
  address: string,
  schema: Schema,
  options: { create: false },
): Promise<Kysely<Tables> | undefined>;
async function connected<Tables>(
  address: string,
  { urlAdvice, timeouts }: Schema,
  { create = true }: { create?: boolean } = {},
): Promise<Kysely<Tables> | undefined> {
  if (isPostgres(address)) return new Kysely<Tables>({ dialect: await postgresDialect(address, timeouts) });
  if (/^\w+:\/\//.test(address)) throw configurationError(urlAdvice);
  if (!create && !existsSync(address)) return undefined;
  return new Kysely<Tables>({ dialect: sqliteDialect(address) });
}

function migratorOf<Tables>(db: Kysely<Tables>, { migrations, migrationTable }: Schema): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(migrationTable === undefined
      ? {}
      : { migrationTableName: migrationTable, migrationLockTableName: `${migrationTable}_lock` }),
  });
}

/** The error for a database with migrations that this version does not know; undefined for any other. */
async function newerVersion<Tables>(
  db: Kysely<Tables>,
  { name, program, migrations, migrationTable = 'kysely_migration' }: Schema,
): Promise<UatError | undefined> {
  const made = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`
    .execute(db)
    .catch(() => undefined);
  const unknown = made?.rows.find((row) => !Object.hasOwn(migrations, row.name));
  return unknown === undefined
    ? undefined
    : configurationError(
        `${name} was written by a newer version of ${program} (it has '${unknown.name}'): use that version, or another database.`,
      );
}

function notOpened(error: unknown, { name, advice }: Schema): unknown {
  const { message, code, kind } = error as NodeJS.ErrnoException & Partial<UatError>;
  if (kind === 'configuration') return error;
  // A connection refused on several addresses has no message of its own.
  const why = message || code || String(error);
  return infrastructureError(`${name} cannot be opened: ${why}. ${advice}`, { cause: error });
}
