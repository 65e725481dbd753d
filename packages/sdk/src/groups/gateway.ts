import type { CallOptions, RequestFunction } from '../transport/request.ts';

/** The keys that sign tokens, for admins. */
export function keysGroup(request: RequestFunction) {
  return {
    /** Creates a signing key; tokens of earlier ones stay valid until they expire. */
    rotate: (options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/keys/rotate', init)),
  };
}

/** The access policy, for admins. */
export function policyGroup(request: RequestFunction) {
  return {
    /** The policy in force, as its source text and as parsed. */
    get: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/auth/policy', init)),
    /** Replaces the policy, in YAML or JSON, at once; rejects with a ValidationError when the text is not a policy. */
    set: (yaml: string, options: CallOptions = {}) =>
      request(options, (client, init) => client.PUT('/auth/policy', { ...init, body: { yaml } })),
  };
}
