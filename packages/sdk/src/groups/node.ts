import type { Ask, CallOptions } from '../transport/request.ts';

/** The node that answers. */
export function nodeGroup(ask: Ask) {
  return {
    status: (options: CallOptions = {}) =>
      ask({ operationId: 'nodeStatus', open: true }, options, (client, init) =>
        client.GET('/node/node_status', init),
      ),
  };
}
