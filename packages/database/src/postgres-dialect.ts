import { PostgresDialect } from 'kysely';

/** Limits for a database that does not answer, in milliseconds; unlimited when left out. */
export interface Timeouts {
  connect: number;
  query: number;
}

/** A dialect for the PostgreSQL database at a URL. */
export async function postgresDialect(url: string, timeouts?: Timeouts): Promise<PostgresDialect> {
  // Imported here: most histories are files, and every run would pay for the driver.
  const { Pool, TypeOverrides, types } = await import('pg');
  const numbers = new TypeOverrides();
  // Times and counts fit into a JavaScript number and are returned as one.
  numbers.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    ...{ connectionString: url, types: numbers, max: 10 },
    ...(timeouts === undefined
      ? {}
      : { connectionTimeoutMillis: timeouts.connect, query_timeout: timeouts.query }),
  });
  // A query on a lost connection fails; without listeners, the loss itself would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
