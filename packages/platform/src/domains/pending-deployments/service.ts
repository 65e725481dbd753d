import type { Parts } from '../../services.ts';
import { newDeployment } from '../serving/new-deployment.ts';
import type { ModelDeployment } from '../serving/model-deployment.ts';
import type { DeploymentWish } from './store.ts';

/** The decisions about models that are to be deployed when their files are here. */
export interface WishParts {
  /** Keeps a wish, and fulfils it when nothing is missing. */
  add(wish: DeploymentWish): void;
  /** Whether all files that a wish names are here. */
  isReady(wish: DeploymentWish): boolean;
  /** Deploys what a wish names, and forgets it. */
  fulfil(wish: DeploymentWish): ModelDeployment;
  /** Fulfils each wish that nothing is missing for. */
  fulfilReady(): void;
  /** Whether nothing comes of a wish any more: no file of its model is on its way, and it is not deployed. */
  isStale(wish: DeploymentWish): boolean;
}

/** The decisions in their true form; they reach the others through `parts()`, at the time of the call. */
export function createWishParts(parts: () => Parts): WishParts {
  const isUnderWay = (modelId: string) =>
    parts()
      .hub.filesOf(modelId)
      .some(({ download }) => download?.state === 'downloading');
  return {
    add(wish) {
      parts().store.deploymentWishes.save(wish);
      parts().wishes.fulfilReady();
    },
    isReady: ({ fileIds }) =>
      fileIds.length > 0 && fileIds.every((id) => parts().hub.pathOf(id) !== undefined),
    fulfil(wish) {
      const { store, serving } = parts();
      store.deploymentWishes.remove(wish.modelId);
      const names = new Map(store.modelFiles.of(wish.modelId).map(({ id, name }) => [id, name]));
      const m_file_id = wish.fileIds.find((id) => names.get(id)?.endsWith('.gguf')) ?? wish.fileIds[0];
      const body = { m_id: wish.modelId, m_config_id: configFor(parts(), wish), m_file_id };
      return serving.deploy({ ...newDeployment(parts(), body), ownerId: wish.ownerId });
    },
    fulfilReady() {
      const { store, wishes } = parts();
      for (const wish of store.deploymentWishes.list()) if (wishes.isReady(wish)) wishes.fulfil(wish);
    },
    isStale: ({ modelId }) => !isUnderWay(modelId) && parts().serving.activeOf(modelId).length === 0,
  };
}

/** The configuration that a wish is deployed by: the model's own, or one for the context that was wished for. */
function configFor({ store: { modelConfigs } }: Parts, { modelId, context }: DeploymentWish): string {
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
