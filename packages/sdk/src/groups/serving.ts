import type { Ask, CallOptions } from '../ask.ts';
import type { DiscoveryRequest } from '../schemas.ts';

/** The model engine. */
export function servingGroup(ask: Ask) {
  return {
    status: (options: CallOptions = {}) =>
      ask({ operationId: 'servingStatus' }, options, (client, init) => client.GET('/serving/status', init)),
    /** One entry per deployment. */
    health: (options: CallOptions = {}) =>
      ask({ operationId: 'servingHealth' }, options, (client, init) => client.GET('/serving/health', init)),
    /** Asks another provider for its models. */
    discover: (endpoint: DiscoveryRequest, options: CallOptions = {}) =>
      ask({ operationId: 'discoverEndpoint' }, options, (client, init) =>
        client.POST('/serving/external-endpoints/discover', { ...init, body: endpoint }),
      ),
  };
}
