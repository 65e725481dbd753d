import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { SecretCreate } from '../generated/schema.ts';

/** Credentials that the platform stores for its users; it never returns their values. */
export function secretsGroup(request: RequestFunction) {
  const at = (urn: string) => ({ params: { query: { urn } } });
  return {
    /** Secrets that the caller may use. */
    list: (query: { query?: string } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/catalog/secrets/', { ...init, params: { query } })),
    get: (urn: string, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/catalog/secrets/by-urn', { ...init, ...at(urn) })),
    /** Stores a secret and gives its URN. */
    create: (secret: SecretCreate, query: { clobber?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/catalog/secrets/', { ...init, params: { query }, body: secret }),
      ),
    remove: (urn: string, options: CallOptions = {}) =>
      request(options, (client, init) => client.DELETE('/catalog/secrets/by-urn', { ...init, ...at(urn) })),
  };
}
