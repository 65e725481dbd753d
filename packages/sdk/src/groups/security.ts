import type { Ask, CallOptions } from '../ask.ts';

/** Consent gate and banners. */
export function securityGroup(ask: Ask) {
  return {
    publicConfig: (options: CallOptions = {}) =>
      ask({ operationId: 'securityConfig', open: true }, options, (client, init) =>
        client.GET('/security/public/config', init),
      ),
  };
}
