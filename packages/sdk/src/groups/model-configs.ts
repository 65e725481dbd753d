import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { ModelConfigCreate } from '../generated/schema.ts';

/** Model configurations: the settings that a model is deployed with. */
export function modelConfigsGroup(request: RequestFunction) {
  const at = (id: string) => ({ params: { path: { model_config_id: id } } });
  return {
    list: (modelId: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/model_configs/', { ...init, params: { query: { model_id: modelId } } }),
      ),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/model_configs/{model_config_id}', { ...init, ...at(id) }),
      ),
    create: (config: ModelConfigCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/model_configs/', { ...init, body: config })),
    change: (id: string, config: ModelConfigCreate, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.PUT('/model_configs/{model_config_id}', { ...init, ...at(id), body: config }),
      ),
    remove: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/model_configs/{model_config_id}', { ...init, ...at(id) }),
      ),
  };
}
