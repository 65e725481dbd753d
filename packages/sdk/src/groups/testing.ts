import type { Ask, CallOptions } from '../transport/request.ts';
import type { UserCreate } from '../schemas.ts';

/** The door for tests, on a platform that was started with one. */
export function testingGroup(ask: Ask) {
  return {
    /** What time it is for this request. */
    clock: (options: CallOptions = {}) =>
      ask({ operationId: 'testingClock', open: true }, options, (client, init) =>
        client.GET('/testing/clock', init),
      ),
    /** How well this request finds the hub. */
    hub: (options: CallOptions = {}) =>
      ask({ operationId: 'testingHub' }, options, (client, init) => client.GET('/testing/hub', init)),
    /** Where names are that lead elsewhere each time an endpoint is looked up. */
    names: (options: CallOptions = {}) =>
      ask({ operationId: 'testingNames' }, options, (client, init) => client.GET('/testing/names', init)),
    /** A user for whom another identity provider vouches; for admins. */
    federatedUser: (user: UserCreate, options: CallOptions = {}) =>
      ask({ operationId: 'createFederatedUser' }, options, (client, init) =>
        client.POST('/testing/federated-users', { ...init, body: user }),
      ),
    /** A token of exactly these claims, signed with the key in force or the one that is named; for admins. */
    token: (
      claims: Readonly<Record<string, unknown>>,
      { kid }: { kid?: string } = {},
      options: CallOptions = {},
    ) =>
      ask({ operationId: 'orderToken' }, options, (client, init) =>
        client.POST('/testing/tokens', { ...init, body: { claims, ...(kid !== undefined && { kid }) } }),
      ),
    /** Publishes a key that nothing but ordered tokens is signed with; the gateway is not told. For admins. */
    publishKey: (options: CallOptions = {}) =>
      ask({ operationId: 'publishKey' }, options, (client, init) => client.POST('/testing/keys', init)),
    /** Takes back a key other than the one in force; the gateway is not told. For admins. */
    retireKey: (kid: string, options: CallOptions = {}) =>
      ask({ operationId: 'retireKey' }, options, (client, init) =>
        client.DELETE('/testing/keys/{kid}', { ...init, params: { path: { kid } } }),
      ),
    /** An app at its own address, past the gateway: nobody vouches for the headers that are sent. */
    app: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'appDoor', open: true, besideApi: true }, options, (client, init) =>
        client.GET('/testing/apps/{deployment_id}/', { ...init, params: { path: { deployment_id: id } } }),
      ),
    /** Gives an app another secret than the gateway's to know the gateway by; for admins. */
    driftApp: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'driftApp' }, options, (client, init) =>
        client.POST('/testing/apps/{deployment_id}/drift', {
          ...init,
          params: { path: { deployment_id: id } },
        }),
      ),
    /** Ends the engines of a deployment, or one of them, as the kernel ends what takes too much; for admins. */
    killDeployment: (id: string, query: { instance_id?: string } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'killModelDeployment' }, options, (client, init) =>
        client.POST('/testing/deployments/{deployment_id}/kill', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
  };
}
