import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { DiscoveryRequest, ModelDeploymentCreate } from '../generated/schema.ts';

/** The model engine and its deployments. */
export function servingGroup(request: RequestFunction) {
  const at = (id: string) => ({ params: { path: { deployment_id: id } } });
  return {
    status: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/serving/status', init)),
    /** Health, with one entry per deployment. */
    health: (options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/serving/health', init)),
    /** Lists the models of an external provider. */
    discover: (endpoint: DiscoveryRequest, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/serving/external-endpoints/discover', { ...init, body: endpoint }),
      ),
    /** Starts to deploy a model and gives the id of the deployment. */
    deploy: (deployment: ModelDeploymentCreate, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/serving/deploy_model', { ...init, body: deployment })),
    /** Estimates the memory of a deployment. */
    estimate: (deployment: ModelDeploymentCreate, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.POST('/serving/estimate_model_vram', { ...init, body: deployment }),
      ),
    deployments: (query: { model_id?: string; capability?: string[] } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/serving/deployments', { ...init, params: { query } })),
    deployment: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    deploymentStatus: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/status', { ...init, ...at(id) }),
      ),
    /** Stops a deployment and keeps its record. */
    stop: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/serving/deployment/{deployment_id}', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
    /** Removes a deployment; an active one only with `force`. */
    remove: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.DELETE('/serving/deployment/{deployment_id}/delete', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
    logs: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/logs', { ...init, ...at(id) }),
      ),
    logPatterns: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/logs/patterns', { ...init, ...at(id) }),
      ),
    instances: (query: { deployment_id?: string } = {}, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/model_instances', { ...init, params: { query } }),
      ),
    instance: (id: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/model_instance/{instance_id}', {
          ...init,
          params: { path: { instance_id: id } },
        }),
      ),
    engineLogs: (engine: string, options: CallOptions = {}) =>
      request(options, (client, init) =>
        client.GET('/serving/logs/{engine_type}', { ...init, params: { path: { engine_type: engine } } }),
      ),
  };
}
