import type { Ask, CallOptions } from '../transport/request.ts';

/** Which model to take, for people who do not want to choose a file. */
export function guideGroup(ask: Ask) {
  return {
    list: (options: CallOptions = {}) =>
      ask({ operationId: 'guide' }, options, (client, init) => client.GET('/guide/', init)),
    /** Brings in the guide that the platform has; with `replace`, nothing else stays. For admins. */
    import: (query: { replace?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'importGuide' }, options, (client, init) =>
        client.POST('/guide/import', { ...init, params: { query } }),
      ),
    /** Brings the guide up to date; for admins. */
    refresh: (options: CallOptions = {}) =>
      ask({ operationId: 'refreshGuide' }, options, (client, init) => client.POST('/guide/refresh', init)),
  };
}
