import type { DatabaseSync } from 'node:sqlite';

/** A table of JSON documents. */
export interface DocumentTable<Document> {
  /** All documents, in the order of their insertion. */
  list(): Document[];
  byId(id: string): Document | undefined;
  /** Inserts a document, or replaces the one with its id. */
  save(document: Document): void;
  remove(id: string): void;
}

/** A table of JSON documents that belong to something else, such as files to a model. */
export interface OwnedDocumentTable<Document> extends DocumentTable<Document> {
  /** The documents of an owner, in the order of their insertion. */
  of(owner: string): Document[];
  removeOf(owner: string): void;
}

type TextField<Document> = {
  [Field in keyof Document]: Document[Field] extends string | null ? Field : never;
}[keyof Document] &
  string;

/** The table `name` of `database`, with a column for the field that is the id. */
export function documentTable<Document>(
  database: DatabaseSync,
  name: string,
  { id }: { id: TextField<Document> },
): DocumentTable<Document> {
  return tableOf(database, name, [id]);
}

/** The table `name` of `database`, with columns for the fields that are the id and the owner's id. */
export function ownedDocumentTable<Document>(
  database: DatabaseSync,
  name: string,
  { id, owner }: { id: TextField<Document>; owner: TextField<Document> },
): OwnedDocumentTable<Document> {
  const of = database.prepare(`SELECT document FROM ${name} WHERE ${columnOf(owner)} = ? ORDER BY rowid`);
  const removeOf = database.prepare(`DELETE FROM ${name} WHERE ${columnOf(owner)} = ?`);
  return {
    ...tableOf(database, name, [id, owner]),
    of: (value) => of.all(value).map((row): Document => JSON.parse(textOf(row))),
    removeOf: (value) => void removeOf.run(value),
  };
}

function tableOf<Document>(
  database: DatabaseSync,
  name: string,
  fields: readonly [TextField<Document>, ...TextField<Document>[]],
): DocumentTable<Document> {
  const id = columnOf(fields[0]);
  const columns = [...fields.map(columnOf), 'document'];
  const updates = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  const list = database.prepare(`SELECT document FROM ${name} ORDER BY rowid`);
  const byId = database.prepare(`SELECT document FROM ${name} WHERE ${id} = ?`);
  const save = database.prepare(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (${id}) DO UPDATE SET ${updates.join(', ')}`,
  );
  const remove = database.prepare(`DELETE FROM ${name} WHERE ${id} = ?`);
  return {
    list: () => list.all().map((row): Document => JSON.parse(textOf(row))),
    byId(value) {
      const row = byId.get(value);
      return row && JSON.parse(textOf(row));
    },
    save(document) {
      const values = fields.map((field) => document[field] as string | null);
      save.run(...values, JSON.stringify(document));
    },
    remove: (value) => void remove.run(value),
  };
}

// modelId is kept in model_id.
function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(row: Record<string, unknown>): string {
  return String(row['document']);
}
