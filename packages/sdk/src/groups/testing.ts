import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { UserCreate } from '../generated/schema.ts';

/** The test-support API, on platforms that were started with it. */
export function testingGroup(request: RequestFunction) {
  return {
    /** The platform's time for this request. */
    clock: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/testing/clock', init)),
    /** The simulated state of the hub for this request. */
    hub: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/testing/hub', init)),
    /** Host names that resolve to a different address on each lookup, for DNS rebinding. */
    names: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/testing/names', init)),
    /** Creates a user of an external identity provider; for admins. */
    federatedUser: (user: UserCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/testing/federated-users', { ...init, body: user })),
    /** Issues a token with exactly these claims, signed with the current key or the one of `kid`; for admins. */
    token: (
      claims: Readonly<Record<string, unknown>>,
      { kid }: { kid?: string } = {},
      options: CallOptions = {},
    ) =>
      request(options, (client, init) =>
        client.POST('/testing/tokens', { ...init, body: { claims, ...(kid !== undefined && { kid }) } }),
      ),
    /** Publishes a key that only tokens of `token` are signed with, without notifying the gateway; for admins. */
    publishKey: (options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/testing/keys', init)),
    /** Withdraws a key other than the current one, without notifying the gateway; for admins. */
    retireKey: (kid: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/testing/keys/{kid}', { ...init, params: { path: { kid } } }),
      ),
    /** Requests an app directly at its own address, so that the gateway does not vouch for the headers. */
    app: (id: string, options: CallOptions = {}) =>
      request({ ...options, skipAuth: true, absolutePath: true }, (client, init) =>
        client.GET('/testing/apps/{deployment_id}/', { ...init, params: { path: { deployment_id: id } } }),
      ),
    /** Replaces the secret by which an app authenticates the gateway with another; for admins. */
    driftApp: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/testing/apps/{deployment_id}/drift', {
          ...init,
          params: { path: { deployment_id: id } },
        }),
      ),
    /** Kills the engines of a deployment, or one of them, as the kernel's OOM killer does; for admins. */
    killDeployment: (id: string, query: { instance_id?: string } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/testing/deployments/{deployment_id}/kill', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
  };
}
