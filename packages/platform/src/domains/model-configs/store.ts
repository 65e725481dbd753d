import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { ownedDocumentTable, type OwnedDocumentTable } from '../../database/document-table.ts';

/** A new configuration of a model. */
export interface NewModelConfig {
  modelId: string;
  fileId: string | null;
  name: string | null;
  isDefault: boolean;
  description: string | null;
  config: Record<string, unknown>;
  systemConfig: Record<string, unknown>;
}

/** A configuration of a model. */
export interface ModelConfig extends NewModelConfig {
  id: string;
  /** ISO 8601. */
  createdAt: string;
  modifiedAt: string;
}

/** The configurations of all models. */
export interface ModelConfigs extends OwnedDocumentTable<ModelConfig> {
  add(config: NewModelConfig): ModelConfig;
  change(id: string, config: NewModelConfig): ModelConfig | undefined;
}

/** Configurations kept in `database`. */
export function createModelConfigs(database: DatabaseSync): ModelConfigs {
  const table = ownedDocumentTable<ModelConfig>(database, 'model_configs', { id: 'id', owner: 'modelId' });
  const saved = (config: ModelConfig): ModelConfig => {
    table.save(config);
    return config;
  };
  return {
    ...table,
    add(config) {
      const now = new Date().toISOString();
      return saved({ ...config, id: randomUUID(), createdAt: now, modifiedAt: now });
    },
    change(id, config) {
      const before = table.byId(id);
      return before && saved({ ...before, ...config, modifiedAt: new Date().toISOString() });
    },
  };
}
