import type { Ask, CallOptions } from '../ask.ts';
import type { ModelCreate } from '../schemas.ts';

/** The model catalogue. */
export function modelsGroup(ask: Ask) {
  return {
    list: (query: { load_files?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'models' }, options, (client, init) =>
        client.GET('/models/', { ...init, params: { query } }),
      ),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'model' }, options, (client, init) =>
        client.GET('/models/{model_id}', { ...init, params: { path: { model_id: id } } }),
      ),
    /** Enters a model; it belongs to whoever does. */
    create: (model: ModelCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createModel' }, options, (client, init) =>
        client.POST('/models/', { ...init, body: model }),
      ),
    /** Removes a model; `force` takes its deployments along. */
    remove: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'removeModel' }, options, (client, init) =>
        client.DELETE('/models/{model_id}', { ...init, params: { path: { model_id: id }, query } }),
      ),
  };
}
