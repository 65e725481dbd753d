import type { Ask, CallOptions } from '../transport/request.ts';
import type { ModelConfigCreate } from '../schemas.ts';

/** The ways to run a model. */
export function modelConfigsGroup(ask: Ask) {
  const at = (id: string) => ({ params: { path: { model_config_id: id } } });
  return {
    list: (modelId: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelConfigs' }, options, (client, init) =>
        client.GET('/model_configs/', { ...init, params: { query: { model_id: modelId } } }),
      ),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelConfig' }, options, (client, init) =>
        client.GET('/model_configs/{model_config_id}', { ...init, ...at(id) }),
      ),
    create: (config: ModelConfigCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createModelConfig' }, options, (client, init) =>
        client.POST('/model_configs/', { ...init, body: config }),
      ),
    change: (id: string, config: ModelConfigCreate, options: CallOptions = {}) =>
      ask({ operationId: 'changeModelConfig' }, options, (client, init) =>
        client.PUT('/model_configs/{model_config_id}', { ...init, ...at(id), body: config }),
      ),
    remove: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'removeModelConfig' }, options, (client, init) =>
        client.DELETE('/model_configs/{model_config_id}', { ...init, ...at(id) }),
      ),
  };
}
