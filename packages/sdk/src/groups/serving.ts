import type { Ask, CallOptions } from '../transport/request.ts';
import type { DiscoveryRequest, ModelDeploymentCreate } from '../schemas.ts';

/** The model engine. */
export function servingGroup(ask: Ask) {
  const at = (id: string) => ({ params: { path: { deployment_id: id } } });
  return {
    status: (options: CallOptions = {}) =>
      ask({ operationId: 'servingStatus' }, options, (client, init) => client.GET('/serving/status', init)),
    /** One entry per deployment. */
    health: (options: CallOptions = {}) =>
      ask({ operationId: 'servingHealth' }, options, (client, init) => client.GET('/serving/health', init)),
    /** Asks another provider for its models. */
    discover: (endpoint: DiscoveryRequest, options: CallOptions = {}) =>
      ask({ operationId: 'discoverEndpoint' }, options, (client, init) =>
        client.POST('/serving/external-endpoints/discover', { ...init, body: endpoint }),
      ),
    /** Begins to start a model; gives the id of the deployment. */
    deploy: (deployment: ModelDeploymentCreate, options: CallOptions = {}) =>
      ask({ operationId: 'deployModel' }, options, (client, init) =>
        client.POST('/serving/deploy_model', { ...init, body: deployment }),
      ),
    /** What a deployment would take. */
    estimate: (deployment: ModelDeploymentCreate, options: CallOptions = {}) =>
      ask({ operationId: 'estimateModel' }, options, (client, init) =>
        client.POST('/serving/estimate_model_vram', { ...init, body: deployment }),
      ),
    deployments: (query: { model_id?: string; capability?: string[] } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'modelDeployments' }, options, (client, init) =>
        client.GET('/serving/deployments', { ...init, params: { query } }),
      ),
    deployment: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelDeployment' }, options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}', { ...init, ...at(id) }),
      ),
    deploymentStatus: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelDeploymentStatus' }, options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/status', { ...init, ...at(id) }),
      ),
    /** Stops a deployment and keeps its record. */
    stop: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'stopModel' }, options, (client, init) =>
        client.DELETE('/serving/deployment/{deployment_id}', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
    /** Removes a deployment; an active one by `force` only. */
    remove: (id: string, query: { force?: boolean } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'removeModelDeployment' }, options, (client, init) =>
        client.DELETE('/serving/deployment/{deployment_id}/delete', {
          ...init,
          params: { path: { deployment_id: id }, query },
        }),
      ),
    logs: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelDeploymentLogs' }, options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/logs', { ...init, ...at(id) }),
      ),
    logPatterns: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelDeploymentLogPatterns' }, options, (client, init) =>
        client.GET('/serving/deployment/{deployment_id}/logs/patterns', { ...init, ...at(id) }),
      ),
    instances: (query: { deployment_id?: string } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'modelInstances' }, options, (client, init) =>
        client.GET('/serving/model_instances', { ...init, params: { query } }),
      ),
    instance: (id: string, options: CallOptions = {}) =>
      ask({ operationId: 'modelInstance' }, options, (client, init) =>
        client.GET('/serving/model_instance/{instance_id}', {
          ...init,
          params: { path: { instance_id: id } },
        }),
      ),
    engineLogs: (engine: string, options: CallOptions = {}) =>
      ask({ operationId: 'engineLogs' }, options, (client, init) =>
        client.GET('/serving/logs/{engine_type}', { ...init, params: { path: { engine_type: engine } } }),
      ),
  };
}
