import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { ModelFileCreate, ModelFileSearch } from '../generated/schema.ts';

/** Model files and their downloads. */
export function modelFilesGroup(request: RequestFunction) {
  return {
    list: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/model_files/', init)),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/model_files/{model_file_id}', { ...init, params: { path: { model_file_id: id } } }),
      ),
    /** Registers a file by hand. */
    create: (file: ModelFileCreate, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/model_files/', { ...init, body: { storage_host: 'localhost', ...file } }),
      ),
    /** Removes a file and its downloaded data. */
    remove: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/model_files/{model_file_id}', { ...init, params: { path: { model_file_id: id } } }),
      ),
    /** Searches for the files of a repository on a hub. */
    search: (search: ModelFileSearch, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/model_files/search/', { ...init, body: search })),
    downloads: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/model_files/download_status/', init)),
    /** Cancels a download. */
    cancel: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/model_files/{model_file_id}/download', {
          ...init,
          params: { path: { model_file_id: id } },
        }),
      ),
    /** Cancels the downloads of a model, or all of them. */
    cancelAll: (query: { model_id?: string }, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/model_files/downloads/cancel_all', { ...init, params: { query } }),
      ),
  };
}
