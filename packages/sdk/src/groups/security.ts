import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { SecurityConfigUpdate } from '../generated/schema.ts';

/** The consent gate and the banners. */
export function securityGroup(request: RequestFunction) {
  return {
    /** The whole configuration, for admins. */
    config: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/security/admin/config', init)),
    /** Replaces the whole configuration, for admins. */
    setConfig: (config: SecurityConfigUpdate, options: CallOptions = {}) =>
      request(options, (client, init) => client.PUT('/security/admin/config', { ...init, body: config })),
    /** The public part of the configuration; texts of disabled features are left out. */
    publicConfig: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/security/public/config', init)),
    acceptConsent: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) =>
        client.POST('/security/consent/accept', init),
      ),
  };
}
