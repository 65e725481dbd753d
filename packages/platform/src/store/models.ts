import type { DatabaseSync } from 'node:sqlite';

/** A model as the API shows it. */
export interface Model {
  id: string;
  name: string;
  [field: string]: unknown;
}

/** The model catalogue. */
export interface Models {
  list(): Model[];
}

/** Models kept in `database`. */
export function createModels(database: DatabaseSync): Models {
  const list = database.prepare('SELECT document FROM models ORDER BY created_at, id');
  return { list: () => list.all().map((row): Model => JSON.parse(String(row.document))) };
}
