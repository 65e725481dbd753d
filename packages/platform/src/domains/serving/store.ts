import type { DatabaseSync } from 'node:sqlite';

import type { ModelDeployment } from './model-deployment.ts';

/** What is deployed, and what was. */
export interface ModelDeployments {
  /** In the order in which they were asked for. */
  list(): ModelDeployment[];
  byId(id: string): ModelDeployment | undefined;
  save(deployment: ModelDeployment): void;
  remove(id: string): void;
}

/** Deployments kept in `database`. */
export function createModelDeployments(database: DatabaseSync): ModelDeployments {
  const list = database.prepare('SELECT document FROM model_deployments ORDER BY rowid');
  const byId = database.prepare('SELECT document FROM model_deployments WHERE id = ?');
  const save = database.prepare(
    'INSERT INTO model_deployments (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
  );
  const remove = database.prepare('DELETE FROM model_deployments WHERE id = ?');
  const read = (row: Record<string, unknown>): ModelDeployment => JSON.parse(String(row['document']));
  return {
    list: () => list.all().map(read),
    byId(id) {
      const row = byId.get(id);
      return row && read(row);
    },
    save: (deployment) => void save.run(deployment.id, JSON.stringify(deployment)),
    remove: (id) => void remove.run(id),
  };
}
