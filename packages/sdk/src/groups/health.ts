import type { Ask, CallOptions } from '../transport/request.ts';

/** Is it up, and who am I to it. */
export function healthGroup(ask: Ask) {
  return {
    /** `pong` while the API is up. */
    ping: (options: CallOptions = {}) =>
      ask({ operationId: 'ping' }, options, (client, init) => client.GET('/ping', init)),
    /** The caller as the gateway's identity headers name it. */
    whoami: (options: CallOptions = {}) =>
      ask({ operationId: 'whoami' }, options, (client, init) => client.GET('/whoami', init)),
    /** The target's own API document. */
    openapi: (options: CallOptions = {}) =>
      ask({ operationId: 'openapi', open: true }, options, (client, init) =>
        client.GET('/openapi.json', init),
      ),
  };
}
