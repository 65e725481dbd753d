import type { Database } from './open-database.ts';

/** Names of the single values that outlive the process. */
type KeptName = 'last-webhook' | 'last-scan' | 'scan-cursor' | 'policy';

export async function kept(db: Database, name: KeptName): Promise<string | undefined> {
  const row = await db.selectFrom('kept').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function keep(db: Database, name: KeptName, value: string): Promise<void> {
  await db
    .insertInto('kept')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
