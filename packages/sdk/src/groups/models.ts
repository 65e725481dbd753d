import type { Ask, CallOptions } from '../ask.ts';

/** The model catalogue. */
export function modelsGroup(ask: Ask) {
  return {
    list: (query: { load_files?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'models' }, options, (client, init) =>
        client.GET('/models/', { ...init, params: { query } }),
      ),
  };
}
