import type { Ask, CallOptions } from '../transport/request.ts';
import type { AppDeploymentCreate } from '../schemas.ts';

/** The App Garden, and the apps that it deployed. */
export function appsGroup(ask: Ask) {
  const at = (id: string) => ({ params: { path: { deployment_id: id } } });
  const bearing = (token: string, { headers, ...options }: CallOptions): CallOptions => ({
    ...options,
    headers: { ...headers, 'x-app-session-token': token },
  });
  return {
    templates: (options: CallOptions = {}) =>
      ask({ operationId: 'appTemplates' }, options, (client, init) =>
        client.GET('/apps/app_templates', init),
      ),
    /** Whether every app goes with the session it was deployed in. */
    ephemeralForced: (options: CallOptions = {}) =>
      ask({ operationId: 'ephemeralForced' }, options, (client, init) =>
        client.GET('/apps/config/ephemeral_forced', init),
      ),
    deploy: (app: AppDeploymentCreate, options: CallOptions = {}) =>
      ask({ operationId: 'deployApp' }, options, (client, init) =>
        client.POST('/apps/deploy_app', { ...init, body: app }),
      ),
    /** What is deployed, in every workroom unless one is named. */
    list: (query: { workroom_id?: string } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'appDeployments' }, options, (client, init) =>
        client.GET('/apps/deployments', { ...init, params: { query: { workroom_id: 'all', ...query } } }),
      ),
    get: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'appDeployment' }, options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    status: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'appStatus' }, options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}/status', { ...init, ...at(id) }),
      ),
    /** Ends an app and keeps its record. */
    stop: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'stopApp' }, options, (client, init) =>
        client.DELETE('/apps/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    /** Ends an app and removes it. */
    purge: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'purgeApp' }, options, (client, init) =>
        client.DELETE('/apps/deployment/{deployment_id}/purge', { ...init, ...at(id) }),
      ),
    /** The token that an app proves itself by, for its owner; on the embedded platform only. */
    session: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'appSession' }, options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}/session', { ...init, ...at(id) }),
      ),
    /** What an app sends while it lives. */
    heartbeat: (sessionToken: string, options: CallOptions = {}) =>
      ask({ operationId: 'appHeartbeat' }, bearing(sessionToken, options), (client, init) =>
        client.POST('/apps/sessions/heartbeat', init),
      ),
    /** What an app sends when it is over: it is purged. */
    endSession: (sessionToken: string, options: CallOptions = {}) =>
      ask({ operationId: 'endAppSession' }, bearing(sessionToken, options), (client, init) =>
        client.POST('/apps/sessions/end', { ...init, body: {} }),
      ),
    /** The front page of the app itself, as whoever asks gets it. */
    page: (id: string, options: CallOptions = {}) =>
      ask(
        { operationId: 'appPage', besideApi: true, mayBePage: true, mayBeEmpty: true },
        options,
        (client, init) => client.GET('/runtime/apps/{deployment_id}/', { ...init, ...at(id) }),
      ),
  };
}
