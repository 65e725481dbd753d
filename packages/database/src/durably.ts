import { type Kysely, sql, SqliteAdapter, type Transaction } from 'kysely';

/**
 * Runs a transaction that is on disk when it resolves. On SQLite, other transactions may be lost as a whole in a power
 * cut, so their work has to be repeatable.
 */
export async function durably<Tables, T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
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
