import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** What there is to say about how a model is run. */
export interface NewModelConfig {
  modelId: string;
  fileId: string | null;
  name: string | null;
  isDefault: boolean;
  description: string | null;
  config: Record<string, unknown>;
  systemConfig: Record<string, unknown>;
}

/** How a model is run. */
export interface ModelConfig extends NewModelConfig {
  id: string;
  /** ISO 8601. */
  createdAt: string;
  modifiedAt: string;
}

/** The configurations of all models. */
export interface ModelConfigs {
  of(modelId: string): ModelConfig[];
  byId(id: string): ModelConfig | undefined;
  add(config: NewModelConfig): ModelConfig;
  change(id: string, config: NewModelConfig): ModelConfig | undefined;
  remove(id: string): void;
  removeOf(modelId: string): void;
}

/** Configurations kept in `database`. */
export function createModelConfigs(database: DatabaseSync): ModelConfigs {
  const of = database.prepare('SELECT document FROM model_configs WHERE model_id = ? ORDER BY rowid');
  const byId = database.prepare('SELECT document FROM model_configs WHERE id = ?');
  const save = database.prepare(
    `INSERT INTO model_configs (id, model_id, document) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET model_id = excluded.model_id, document = excluded.document`,
  );
  const remove = database.prepare('DELETE FROM model_configs WHERE id = ?');
  const removeOf = database.prepare('DELETE FROM model_configs WHERE model_id = ?');
  const read = (row: Record<string, unknown>): ModelConfig => JSON.parse(String(row['document']));
  const kept = (config: ModelConfig): ModelConfig => {
    save.run(config.id, config.modelId, JSON.stringify(config));
    return config;
  };
  const known = (id: string) => {
    const row = byId.get(id);
    return row && read(row);
  };
  return {
    of: (modelId) => of.all(modelId).map(read),
    byId: known,
    add(config) {
      const now = new Date().toISOString();
      return kept({ ...config, id: randomUUID(), createdAt: now, modifiedAt: now });
    },
    change(id, config) {
      const before = known(id);
      return before && kept({ ...before, ...config, modifiedAt: new Date().toISOString() });
    },
    remove: (id) => void remove.run(id),
    removeOf: (modelId) => void removeOf.run(modelId),
  };
}
