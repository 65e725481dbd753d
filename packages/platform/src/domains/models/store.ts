import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A model as the API shows it. */
export interface Model {
  id: string;
  name: string;
  [field: string]: unknown;
}

/** A new model. */
export interface NewModel {
  name: string;
  [field: string]: unknown;
}

/** The model catalogue. */
export interface Models {
  /** In the order of their creation. */
  list(): Model[];
  byId(id: string): Model | undefined;
  add(model: NewModel): Model;
  remove(id: string): void;
}

/** Models kept in `database`. */
export function createModels(database: DatabaseSync): Models {
  const list = database.prepare('SELECT document FROM models ORDER BY created_at, rowid');
  const byId = database.prepare('SELECT document FROM models WHERE id = ?');
  const insert = database.prepare('INSERT INTO models (id, document, created_at) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM models WHERE id = ?');
  return {
    list: () => list.all().map((row): Model => JSON.parse(String(row.document))),
    byId(id) {
      const row = byId.get(id);
      return row && JSON.parse(String(row.document));
    },
    add(given) {
      const now = new Date().toISOString();
      const model: Model = { ...given, id: randomUUID(), created_timestamp: now, modified_timestamp: now };
      insert.run(model.id, JSON.stringify(model), now);
      return model;
    },
    remove: (id) => void remove.run(id),
  };
}
