import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { DeployAfterDownload, ModelCreate, ModelDownload, ModelSearch } from '../generated/schema.ts';

/** The model catalogue. */
export function modelsGroup(request: RequestFunction) {
  return {
    list: (query: { load_files?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/models/', { ...init, params: { query } })),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/models/{model_id}', { ...init, params: { path: { model_id: id } } }),
      ),
    /** Registers a model, owned by the caller. */
    create: (model: ModelCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/models/', { ...init, body: model })),
    /** Removes a model, with `force` along with its deployments. */
    remove: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/models/{model_id}', { ...init, params: { path: { model_id: id }, query } }),
      ),
    /** Searches the hub and the catalogue. */
    search: (search: ModelSearch, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/models/search/', { ...init, body: search })),
    /** Starts to download files of a model. */
    download: (download: ModelDownload, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/models/download/', { ...init, body: download })),
    /** Starts to download files of a model, which is deployed once they have arrived; for admins. */
    downloadAndDeploy: (download: ModelDownload, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/models/download_and_deploy', { ...init, body: download }),
      ),
    /** Deploys a model whose files have been downloaded; for admins. */
    deployAfterDownload: (key: string, deployment: DeployAfterDownload = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/models/deploy_after_download/{model_key}', {
          ...init,
          params: { path: { model_key: key } },
          body: deployment,
        }),
      ),
    /** Discards pending deployments whose download has ended without success; for admins. */
    cleanUpDeployments: (options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/models/cleanup_stale_deployments', init)),
    /** Deployments that wait for a download. */
    pending: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/models/pending_deployments', init)),
  };
}

/** The model guide: recommended models and variants, for people who do not want to choose a file. */
export function guideGroup(request: RequestFunction) {
  return {
    list: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/guide/', init)),
    /** Imports the platform's own guide, with `replace` instead of all present entries; for admins. */
    import: (query: { replace?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/guide/import', { ...init, params: { query } })),
    /** Updates the guide; for admins. */
    refresh: (options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/guide/refresh', init)),
  };
}
