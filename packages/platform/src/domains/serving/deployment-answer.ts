import { hostname } from 'node:os';

import type { Services } from '../../services.ts';
import { nodeFacts } from '../cluster/node-facts.ts';
import { nameOf } from '../models/name-of.ts';
import { chosenFile } from './chosen-file.ts';
import { engineSettings } from './engine-settings.ts';
import { isActive, type ModelDeployment, type ModelInstance } from './model-deployment.ts';

/** Capabilities of a model with this purpose, as the API names them. */
export function capabilitiesOf(purpose: unknown): string[] {
  return purpose === 'embedding' ? ['embeddings'] : ['chat.completions'];
}

/** A deployment as the API shows it. */
export function deploymentAnswer({ store, modelFiles }: Services, deployment: ModelDeployment) {
  const { id, modelId, configId, status, asked, lastError } = deployment;
  const model = store.models.byId(modelId);
  const config = store.modelConfigs.byId(configId);
  const file = chosenFile(modelFiles, modelId, deployment.fileId);
  const path = `/runtime/models/${id}`;
  return {
    ...asked,
    m_id: modelId,
    m_config_id: configId,
    m_file_id: deployment.fileId ?? null,
    starting_copies: deployment.copies,
    runtime_env: deployment.runtimeEnv,
    id,
    owner_user_id: deployment.ownerId,
    status,
    requested_at: deployment.requestedAt,
    created_at: deployment.requestedAt,
    deployed_at: deployment.deployedAt,
    serve_path: isActive(deployment) ? path : null,
    access_path: isActive(deployment) ? path : null,
    last_error_code: lastError?.code ?? null,
    last_error_message: lastError?.message ?? null,
    last_error_at: lastError?.at ?? null,
    engine: 'llamacpp',
    engine_name: 'llamacpp',
    m_name: nameOf(model) ?? modelId,
    m_config_name: config?.name ?? null,
    context_window: config && file ? engineSettings(config, file.name).contextLength : null,
    features: [],
    capabilities: capabilitiesOf(model?.['purpose']),
    instances: deployment.instances.map((instance) => instanceAnswer(store, deployment, instance)),
  };
}

/** A process that serves a deployment, as the API shows it. */
export function instanceAnswer(store: Services['store'], { id }: ModelDeployment, instance: ModelInstance) {
  return {
    id: instance.id,
    deployment_id: id,
    deployed_at: instance.deployedAt,
    container_id: String(instance.pid),
    node_id: nodeFacts(store.secrets).id,
    host_name: hostname(),
    files_synced: true,
    listen_port: instance.port,
    status: 'DEPLOYED',
    extra_details: null,
  };
}
