import type { Ask, CallOptions } from '../transport/request.ts';

/** Nodes of the cluster, for admins. */
export function clusterGroup(ask: Ask) {
  return {
    /** Nodes the platform remembers. */
    nodes: (query: { skip?: number; limit?: number; active?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'clusterNodes' }, options, (client, init) =>
        client.GET('/cluster/nodes', { ...init, params: { query } }),
      ),
    /** Nodes that are alive now. */
    runningNodes: (options: CallOptions = {}) =>
      ask({ operationId: 'runningNodes' }, options, (client, init) =>
        client.GET('/cluster/get_running_nodes', init),
      ),
  };
}
