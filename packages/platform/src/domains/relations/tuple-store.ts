import type { DatabaseSync } from 'node:sqlite';

import type { Entity, Relation, RelationTuple } from './relation.ts';

/** A relation as the API shows it. */
export interface TupleRecord {
  subject_namespace: string;
  subject_id: string;
  resource_type: string;
  resource_id: string;
  relation: string;
  tenant_id: string;
}

/** Relations between subjects and objects. */
export interface Tuples {
  /** Adds a relation, unless it exists. */
  add(tuple: RelationTuple): void;
  has(tuple: RelationTuple): boolean;
  /** Removes a relation, or all of them between subject and object. */
  remove(tuple: Omit<RelationTuple, 'relation'> & { relation?: Relation | undefined }): void;
  removeObject(object: Entity, tenant: string): void;
  /** In the order of their creation. */
  list(tenant: string, objectNamespace?: string): TupleRecord[];
}

/** Relations kept in `database`. */
export function createTuples(database: DatabaseSync): Tuples {
  const same =
    'tenant_id = ? AND subject_namespace = ? AND subject_id = ? AND resource_type = ? AND resource_id = ?';
  const insert = database.prepare(
    `INSERT OR IGNORE INTO tuples (tenant_id, subject_namespace, subject_id, resource_type, resource_id, relation)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const find = database.prepare(`SELECT 1 FROM tuples WHERE ${same} AND relation = ?`);
  const remove = database.prepare(`DELETE FROM tuples WHERE ${same} AND relation = ifnull(?, relation)`);
  const removeObject = database.prepare(
    'DELETE FROM tuples WHERE tenant_id = ? AND resource_type = ? AND resource_id = ?',
  );
  const list = database.prepare(
    'SELECT * FROM tuples WHERE tenant_id = ? AND resource_type = ifnull(?, resource_type) ORDER BY rowid',
  );
  const key = ({ tenant, subject, object }: Omit<RelationTuple, 'relation'>) =>
    [tenant, subject.namespace, subject.id, object.namespace, object.id] as const;
  return {
    add: (tuple) => void insert.run(...key(tuple), tuple.relation),
    has: (tuple) => find.get(...key(tuple), tuple.relation) !== undefined,
    remove: (tuple) => void remove.run(...key(tuple), tuple.relation ?? null),
    removeObject: ({ namespace, id }, tenant) => void removeObject.run(tenant, namespace, id),
    list: (tenant, objectNamespace) =>
      list.all(tenant, objectNamespace ?? null).map((row) => ({ ...row }) as unknown as TupleRecord),
  };
}
