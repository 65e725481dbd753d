import type { Database } from './open-database.ts';

/** Names of the single values that outlive the process. */
type StoredValueName = 'last-webhook' | 'last-scan' | 'scan-cursor' | 'policy';

export async function storedValue(db: Database, name: StoredValueName): Promise<string | undefined> {
  const row = await db.selectFrom('kept').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function storeValue(db: Database, name: StoredValueName, value: string): Promise<void> {
  await db
    .insertInto('kept')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
