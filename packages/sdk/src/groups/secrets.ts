import type { Ask, CallOptions } from '../transport/request.ts';
import type { SecretCreate } from '../schemas.ts';

/** Credentials that the platform keeps for people; their values never come back. */
export function secretsGroup(ask: Ask) {
  const at = (urn: string) => ({ params: { query: { urn } } });
  return {
    /** Those that the caller may use. */
    list: (query: { query?: string } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'secrets' }, options, (client, init) =>
        client.GET('/catalog/secrets/', { ...init, params: { query } }),
      ),
    get: (urn: string, options: CallOptions = {}) =>
      ask({ operationId: 'secret' }, options, (client, init) =>
        client.GET('/catalog/secrets/by-urn', { ...init, ...at(urn) }),
      ),
    /** Leaves a secret; gives its URN. */
    create: (secret: SecretCreate, query: { clobber?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'createSecret' }, options, (client, init) =>
        client.POST('/catalog/secrets/', { ...init, params: { query }, body: secret }),
      ),
    remove: (urn: string, options: CallOptions = {}) =>
      ask({ operationId: 'removeSecret' }, options, (client, init) =>
        client.DELETE('/catalog/secrets/by-urn', { ...init, ...at(urn) }),
      ),
  };
}
