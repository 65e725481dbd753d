import type { CallOptions, RequestFunction } from '../transport/request.ts';

/** A window of the log: times in ISO 8601, at most `limit` entries, the newest ones. */
export interface LogWindow {
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
}

/** The API's health, its own description, and the caller as it sees them. */
export function healthGroup(request: RequestFunction) {
  return {
    /** `pong` while the API is up. */
    ping: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/ping', init)),
    /** The caller according to the gateway's identity headers. */
    whoami: (options: CallOptions = {}) => request(options, (client, init) => client.GET('/whoami', init)),
    /** The OpenAPI document that the target serves. */
    openapi: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/openapi.json', init)),
  };
}

/** The nodes of the cluster, for admins. */
export function clusterGroup(request: RequestFunction) {
  return {
    /** Nodes that the platform has on record. */
    nodes: (query: { skip?: number; limit?: number; active?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/cluster/nodes', { ...init, params: { query } })),
    /** Nodes that are alive now. */
    runningNodes: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/cluster/get_running_nodes', init)),
  };
}

/** The node that responds. */
export function nodeGroup(request: RequestFunction) {
  return {
    status: (options: CallOptions = {}) =>
      request({ ...options, skipAuth: true }, (client, init) => client.GET('/node/node_status', init)),
  };
}

/** The audit trail of user activity, for admins. */
export function activityGroup(request: RequestFunction) {
  return {
    recent: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/activity/activities/', init)),
  };
}

/** Operations of the embedded platform only. */
export function platformGroup(request: RequestFunction) {
  return {
    /** The platform's log, oldest entry first, for admins. */
    log: (window: LogWindow = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/logger/platform', { ...init, params: { query: window } }),
      ),
  };
}
