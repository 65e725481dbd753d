import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { AppDeploymentCreate } from '../generated/schema.ts';

/** The App Garden and the apps deployed from it. */
export function appsGroup(request: RequestFunction) {
  const at = (id: string) => ({ params: { path: { deployment_id: id } } });
  const withSessionToken = (token: string, { headers, ...options }: CallOptions): CallOptions => ({
    ...options,
    headers: { ...headers, 'x-app-session-token': token },
  });
  return {
    templates: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/apps/app_templates', init)),
    /** Whether every app ends with the session that deployed it. */
    ephemeralForced: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/apps/config/ephemeral_forced', init)),
    deploy: (app: AppDeploymentCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/apps/deploy_app', { ...init, body: app })),
    /** Deployed apps, of every workroom unless one is given. */
    list: (query: { workroom_id?: string } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/apps/deployments', { ...init, params: { query: { workroom_id: 'all', ...query } } }),
      ),
    get: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    status: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}/status', { ...init, ...at(id) }),
      ),
    /** Stops an app and keeps its record. */
    stop: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/apps/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    /** Stops an app and removes it. */
    purge: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/apps/deployment/{deployment_id}/purge', { ...init, ...at(id) }),
      ),
    /** The session token by which an app authenticates, for its owner; on the embedded platform only. */
    session: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/apps/deployment/{deployment_id}/session', { ...init, ...at(id) }),
      ),
    /** Reports that an app is alive, as the app itself does. */
    heartbeat: (sessionToken: string, options: CallOptions = {}) =>
      request(withSessionToken(sessionToken, options), (client, init) =>
        client.POST('/apps/sessions/heartbeat', init),
      ),
    /** Ends an app's session, as the app itself does; the app is purged. */
    endSession: (sessionToken: string, options: CallOptions = {}) =>
      request(withSessionToken(sessionToken, options), (client, init) =>
        client.POST('/apps/sessions/end', { ...init, body: {} }),
      ),
    /** The front page that the app serves to the caller. */
    page: (id: string, options: CallOptions = {}) =>
      request({ ...options, absolutePath: true, acceptHtml: true, acceptEmpty: true }, (client, init) =>
        client.GET('/runtime/apps/{deployment_id}/', { ...init, ...at(id) }),
      ),
  };
}
