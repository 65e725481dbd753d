import type { Ask, CallOptions } from '../transport/request.ts';
import type { DeployAfterDownload, ModelCreate, ModelDownload, ModelSearch } from '../schemas.ts';

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
    /** Looks on the hub and in the catalogue. */
    search: (search: ModelSearch, options: CallOptions = {}) =>
      ask({ operationId: 'searchModels' }, options, (client, init) =>
        client.POST('/models/search/', { ...init, body: search }),
      ),
    /** Begins to fetch files of a model. */
    download: (download: ModelDownload, options: CallOptions = {}) =>
      ask({ operationId: 'downloadModel' }, options, (client, init) =>
        client.POST('/models/download/', { ...init, body: download }),
      ),
    /** Begins to fetch files of a model that is to be deployed when they are here; for admins. */
    downloadAndDeploy: (download: ModelDownload, options: CallOptions = {}) =>
      ask({ operationId: 'downloadAndDeploy' }, options, (client, init) =>
        client.POST('/models/download_and_deploy', { ...init, body: download }),
      ),
    /** Deploys a model if its files are here; for admins. */
    deployAfterDownload: (key: string, wish: DeployAfterDownload = {}, options: CallOptions = {}) =>
      ask({ operationId: 'deployAfterDownload' }, options, (client, init) =>
        client.POST('/models/deploy_after_download/{model_key}', {
          ...init,
          params: { path: { model_key: key } },
          body: wish,
        }),
      ),
    /** Forgets wishes to deploy that nothing comes of; for admins. */
    cleanUpDeployments: (options: CallOptions = {}) =>
      ask({ operationId: 'cleanUpDeployments' }, options, (client, init) =>
        client.POST('/models/cleanup_stale_deployments', init),
      ),
    pending: (options: CallOptions = {}) =>
      ask({ operationId: 'pendingDeployments' }, options, (client, init) =>
        client.GET('/models/pending_deployments', init),
      ),
  };
}
