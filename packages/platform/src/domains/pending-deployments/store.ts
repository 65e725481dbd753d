import type { DatabaseSync } from 'node:sqlite';

/** A model that is to be deployed when its files are here. */
export interface DeploymentWish {
  modelId: string;
  fileIds: string[];
  /** Tokens of a conversation; undefined for as many as the model's own configuration says. */
  context: number | undefined;
  /** Who wished it. */
  ownerId: string;
}

/** What is to be deployed; at most one wish for a model. */
export interface DeploymentWishes {
  list(): DeploymentWish[];
  save(wish: DeploymentWish): void;
  remove(modelId: string): void;
}

/** Wishes kept in `database`. */
export function createDeploymentWishes(database: DatabaseSync): DeploymentWishes {
  const list = database.prepare('SELECT document FROM deployment_wishes ORDER BY rowid');
  const save = database.prepare(
    'INSERT INTO deployment_wishes (model_id, document) VALUES (?, ?) ON CONFLICT (model_id) DO UPDATE SET document = excluded.document',
  );
  const remove = database.prepare('DELETE FROM deployment_wishes WHERE model_id = ?');
  return {
    list: () => list.all().map((row): DeploymentWish => JSON.parse(String(row['document']))),
    save: (wish) => void save.run(wish.modelId, JSON.stringify(wish)),
    remove: (modelId) => void remove.run(modelId),
  };
}
