import type { Ask, CallOptions } from '../transport/request.ts';

/** The access policy, for admins. */
export function policyGroup(ask: Ask) {
  return {
    /** The policy in force, as written and as read. */
    get: (options: CallOptions = {}) =>
      ask({ operationId: 'policy' }, options, (client, init) => client.GET('/auth/policy', init)),
    /** Another policy, in YAML or JSON, at once; rejects with a ValidationError when it is none. */
    set: (yaml: string, options: CallOptions = {}) =>
      ask({ operationId: 'setPolicy' }, options, (client, init) =>
        client.PUT('/auth/policy', { ...init, body: { yaml } }),
      ),
  };
}
