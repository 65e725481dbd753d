import type { Store } from '../../database/store.ts';
import type { Foundation } from '../../foundation.ts';
import type { ModelFileService } from '../downloads/model-file-service.ts';
import type { ModelDeployment } from '../serving/model-deployment.ts';
import { newDeployment } from '../serving/new-deployment.ts';
import type { ServingService } from '../serving/service.ts';
import type { PendingDeployment } from './pending-deployment.ts';

/** Models that are to be deployed as soon as their files are complete. */
export interface PendingDeploymentService {
  /** Records a pending deployment, and deploys it at once when it is ready. */
  add(pending: PendingDeployment): void;
  /** Whether all files of a pending deployment are complete. */
  isReady(pending: PendingDeployment): boolean;
  /** Deploys the model and removes the pending deployment. */
  deploy(pending: PendingDeployment): ModelDeployment;
  /** Deploys every model that is ready. */
  deployReady(): void;
  /** Whether a pending deployment is abandoned: its model is neither downloading nor deployed. */
  isStale(pending: PendingDeployment): boolean;
}

/** Creates the service for pending deployments. */
export function createPendingDeploymentService(
  { store }: Pick<Foundation, 'store'>,
  services: {
    modelFiles: Pick<ModelFileService, 'of' | 'byId' | 'pathOf'>;
    serving: Pick<ServingService, 'activeOf' | 'canRun' | 'deploy' | 'reservedNames'>;
  },
): PendingDeploymentService {
  const isDownloading = (modelId: string) =>
    services.modelFiles.of(modelId).some(({ download }) => download?.state === 'downloading');
  const self: PendingDeploymentService = {
    add(pending) {
      store.pendingDeployments.save(pending);
      self.deployReady();
    },
    isReady: ({ fileIds }) =>
      fileIds.length > 0 && fileIds.every((id) => services.modelFiles.pathOf(id) !== undefined),
    deploy(pending) {
      const { modelFiles, serving } = services;
      store.pendingDeployments.remove(pending.modelId);
      const names = new Map(store.modelFiles.of(pending.modelId).map(({ id, name }) => [id, name]));
      const m_file_id = pending.fileIds.find((id) => names.get(id)?.endsWith('.gguf')) ?? pending.fileIds[0];
      const body = { m_id: pending.modelId, m_config_id: configFor(store, pending), m_file_id };
      return serving.deploy({
        ...newDeployment({ store, modelFiles, serving }, body),
        ownerId: pending.ownerId,
      });
    },
    deployReady() {
      for (const pending of store.pendingDeployments.list()) if (self.isReady(pending)) self.deploy(pending);
    },
    isStale: ({ modelId }) => !isDownloading(modelId) && services.serving.activeOf(modelId).length === 0,
  };
  return self;
}

/** The configuration for a pending deployment: the model's own, or one with the requested context length. */
function configFor({ modelConfigs }: Store, { modelId, context }: PendingDeployment): string {
  const known = modelConfigs.of(modelId);
  const usual = known.find(({ isDefault }) => isDefault) ?? known[0];
  if (usual && context === undefined) return usual.id;
  const config = { ...usual?.config, ...(context !== undefined && { max_model_len: context }) };
  const same = known.find((one) => JSON.stringify(one.config) === JSON.stringify(config));
  return (
    same ??
    modelConfigs.add({
      modelId,
      fileId: null,
      name: context === undefined ? 'Default Model Config' : `Context of ${context} tokens`,
      isDefault: usual === undefined,
      description: null,
      config,
      systemConfig: usual?.systemConfig ?? {},
    })
  ).id;
}
