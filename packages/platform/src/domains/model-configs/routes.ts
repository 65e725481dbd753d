import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import type { ModelConfig, NewModelConfig } from './store.ts';

const id = z.guid().transform((given) => given.toLowerCase());
const object = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((given) => given ?? {});
const text = z
  .string()
  .nullish()
  .transform((given) => given ?? null);
const newConfig = z.object({
  m_id: id,
  m_file_id: id.nullish().transform((given) => given ?? null),
  name: text,
  default: z.boolean(),
  description: text,
  config: object,
  system_config: object,
});
const configPath = z.object({ model_config_id: id });
const listQuery = z.object({ model_id: id });
const modelPath = z.object({ model_id: id });
const defaultQuery = z.object({ default: z.stringbool().optional() });

/** Routes for model configurations. */
export function modelConfigRoutes(app: FastifyInstance, services: Services): void {
  const { modelConfigs, models } = services.store;

  const given = (call: FastifyRequest): NewModelConfig => {
    const asked = parseInput(newConfig, call.body ?? undefined, 'body');
    if (!models.byId(asked.m_id)) throw new HttpError(404, 'Model not found');
    if (asked.m_file_id !== null && services.modelFiles.byId(asked.m_file_id)?.file.modelId !== asked.m_id)
      throw new HttpError(404, 'Model file not found');
    return {
      modelId: asked.m_id,
      fileId: asked.m_file_id,
      name: asked.name,
      isDefault: asked.default,
      description: asked.description,
      config: asked.config,
      systemConfig: asked.system_config,
    };
  };
  const configAt = (params: unknown): ModelConfig => {
    const config = modelConfigs.byId(parseInput(configPath, params, 'path').model_config_id);
    if (!config) throw new HttpError(404, 'Model config not found');
    return config;
  };

  app.post('/model_configs/', async (call) => {
    const config = modelConfigs.add(given(call));
    services.activity.audit(call, { action: 'model-config-created', target: config.id });
    return configAnswer(config, services);
  });

  app.get('/model_configs/', async ({ query }) => {
    const { model_id } = parseInput(listQuery, query, 'query');
    return modelConfigs.of(model_id).map((config) => configAnswer(config, services));
  });

  app.get('/models/:model_id/configs', async ({ params, query, identity }) => {
    const { model_id } = parseInput(modelPath, params, 'path');
    const { default: wanted } = parseInput(defaultQuery, query, 'query');
    if (!models.byId(model_id))
      throw services.relations.tellsMissing(callerOf(identity))
        ? new HttpError(404, 'Model not found')
        : notAuthorized();
    return modelConfigs
      .of(model_id)
      .filter(({ isDefault }) => wanted === undefined || isDefault === wanted)
      .map((config) => configAnswer(config, services));
  });

  app.get('/model_configs/:model_config_id', async ({ params }) => configAnswer(configAt(params), services));

  app.put('/model_configs/:model_config_id', async (call) => {
    const before = configAt(call.params);
    const config = modelConfigs.change(before.id, given(call)) ?? before;
    services.activity.audit(call, { action: 'model-config-changed', target: config.id });
    return configAnswer(config, services);
  });

  app.delete('/model_configs/:model_config_id', async (call) => {
    const config = configAt(call.params);
    modelConfigs.remove(config.id);
    services.activity.audit(call, { action: 'model-config-deleted', target: config.id });
    return { message: 'Model config deleted', id: config.id };
  });
}

function configAnswer(config: ModelConfig, { settings }: Services) {
  return {
    id: config.id,
    m_id: config.modelId,
    m_file_id: config.fileId,
    name: config.name,
    default: config.isDefault,
    description: config.description,
    config: config.config,
    system_config: config.systemConfig,
    kamiwaza_version: settings.version,
    created_at: config.createdAt,
    modified_at: config.modifiedAt,
  };
}
