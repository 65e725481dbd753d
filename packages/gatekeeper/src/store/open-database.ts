import { openDatabase as open, openExisting as openIfThere, type Schema } from '@uat/database';
import type { Kysely } from 'kysely';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const schema: Schema = {
  name: "The gate's database",
  program: 'the gatekeeper',
  advice: 'Check DATABASE_URL, or GATE_DATABASE and its folder.',
  urlAdvice:
    'DATABASE_URL must begin with postgres://. For SQLite, leave it unset and set GATE_DATABASE to the path of the file.',
  migrations,
};

/** Opens the gate's database and migrates it; see {@link open}. */
export async function openDatabase(address: string): Promise<Database> {
  const { db } = await open<Tables>(address, schema);
  return db;
}

/** Opens the gate's database if a service created it, without migrating it; see {@link openIfThere}. */
export async function openExisting(address: string): Promise<Database | undefined> {
  return await openIfThere<Tables>(address, schema);
}
