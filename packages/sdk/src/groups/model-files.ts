import type { Ask, CallOptions } from '../transport/request.ts';
import type { ModelFileCreate, ModelFileSearch } from '../schemas.ts';

/** The files of models, and their downloads. */
export function modelFilesGroup(ask: Ask) {
  return {
    list: (options: CallOptions = {}) =>
      ask({ operationId: 'modelFiles' }, options, (client, init) => client.GET('/model_files/', init)),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelFile' }, options, (client, init) =>
        client.GET('/model_files/{model_file_id}', { ...init, params: { path: { model_file_id: id } } }),
      ),
    /** Enters a file by hand. */
    create: (file: ModelFileCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createModelFile' }, options, (client, init) =>
        client.POST('/model_files/', { ...init, body: { storage_host: 'localhost', ...file } }),
      ),
    /** Removes a file and what was fetched of it. */
    remove: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'removeModelFile' }, options, (client, init) =>
        client.DELETE('/model_files/{model_file_id}', { ...init, params: { path: { model_file_id: id } } }),
      ),
    /** The files of a repository of a hub. */
    search: (search: ModelFileSearch, options: CallOptions = {}) =>
      ask({ operationId: 'searchModelFiles' }, options, (client, init) =>
        client.POST('/model_files/search/', { ...init, body: search }),
      ),
    downloads: (options: CallOptions = {}) =>
      ask({ operationId: 'downloadStatus' }, options, (client, init) =>
        client.GET('/model_files/download_status/', init),
      ),
    /** Gives a download up. */
    cancel: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'cancelDownload' }, options, (client, init) =>
        client.DELETE('/model_files/{model_file_id}/download', {
          ...init,
          params: { path: { model_file_id: id } },
        }),
      ),
    /** Gives up the downloads of a model, or all that there are. */
    cancelAll: (query: { model_id?: string }, options: CallOptions = {}) =>
      ask({ operationId: 'cancelDownloads' }, options, (client, init) =>
        client.DELETE('/model_files/downloads/cancel_all', { ...init, params: { query } }),
      ),
  };
}
