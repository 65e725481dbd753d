import type { Ask, CallOptions } from '../transport/request.ts';
import type { SecurityConfigUpdate } from '../schemas.ts';

/** Consent gate and banners. */
export function securityGroup(ask: Ask) {
  return {
    /** All of it, for admins. */
    config: (options: CallOptions = {}) =>
      ask({ operationId: 'adminSecurityConfig' }, options, (client, init) =>
        client.GET('/security/admin/config', init),
      ),
    /** Replaces all of it, for admins. */
    setConfig: (config: SecurityConfigUpdate, options: CallOptions = {}) =>
      ask({ operationId: 'setSecurityConfig' }, options, (client, init) =>
        client.PUT('/security/admin/config', { ...init, body: config }),
      ),
    /** What anyone may see; texts of features that are off are left out. */
    publicConfig: (options: CallOptions = {}) =>
      ask({ operationId: 'securityConfig', open: true }, options, (client, init) =>
        client.GET('/security/public/config', init),
      ),
    acceptConsent: (options: CallOptions = {}) =>
      ask({ operationId: 'acceptConsent', open: true }, options, (client, init) =>
        client.POST('/security/consent/accept', init),
      ),
  };
}
