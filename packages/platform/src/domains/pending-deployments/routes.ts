import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import { nameOf } from '../models/name-of.ts';
import { beginDownload, downloadStartedResponse } from '../downloads/begin-download.ts';
import { downloadStatus } from '../downloads/download-status.ts';
import { notUsable } from '../hub/offered-repository.ts';

const modelPath = z.object({ model_key: z.string() });
const deployRequest = z
  .looseObject({
    novice_selected_context: z.int().min(16).nullish(),
    files_to_deploy: z.array(z.string()).min(1).nullish(),
  })
  .nullish();

/** Routes for models that are deployed as soon as their files are complete. */
export function deployAfterDownloadRoutes(app: FastifyInstance, services: Services): void {
  const { pendingDeployments, modelFiles, models } = services.store;
  const repositoryOf = (id: string) => nameOf(models.byId(id)) ?? id;

  app.post('/models/download_and_deploy', async (call) => {
    const begun = await beginDownload(services, call);
    const { asked, model, started } = begun;
    if (asked.deploy_after_download ?? true)
      services.pendingDeployments.add({
        modelId: model.id,
        fileIds: started.map(({ id }) => id),
        context: asked.novice_selected_context ?? undefined,
        ownerId: callerOf(call.identity).sub,
      });
    return downloadStartedResponse(begun);
  });

  app.post('/models/deploy_after_download/:model_key', async (call) => {
    const { model_key } = parseInput(modelPath, call.params, 'path');
    const asked = parseInput(deployRequest, call.body ?? undefined, 'body');
    const model =
      models.byId(model_key.toLowerCase()) ?? models.list().find((one) => one['repo_modelId'] === model_key);
    if (!model) throw new HttpError(404, 'Model not found');
    const files = modelFiles.of(model.id);
    const named = asked?.files_to_deploy?.map((wanted) => {
      const file = files.find(({ name }) => name === wanted);
      if (!file) throw notUsable('files_to_deploy', `The model has no file ${wanted}`, wanted);
      return file.id;
    });
    const pending = pendingDeployments.list().find(({ modelId }) => modelId === model.id);
    const fetched = files
      .filter(({ id }) => services.modelFiles.pathOf(id) !== undefined)
      .map(({ id }) => id);
    const requested = {
      modelId: model.id,
      fileIds: named ?? pending?.fileIds ?? fetched,
      context: asked?.novice_selected_context ?? pending?.context,
      ownerId: callerOf(call.identity).sub,
    };
    const answer = (status: string, message: string, id: string | null = null) => ({
      status,
      message,
      model_id: model.id,
      deployment_id: id,
    });
    const [active] = services.serving.activeOf(model.id);
    if (active) return answer('deployed', 'The model is deployed already', active.id);
    if (!services.pendingDeployments.isReady(requested))
      return answer('downloading', 'Not all files of the model are here');
    const { id } = services.pendingDeployments.deploy(requested);
    services.activity.audit(call, { action: 'model-deployed', target: id });
    return answer('deployed', 'The model is being deployed', id);
  });

  app.get('/models/pending_deployments', async () => {
    const active = services.modelFiles
      .of()
      .flatMap((entry) => downloadStatus(services, entry) ?? [])
      .filter(({ is_downloading }) => is_downloading);
    const ids = new Set(active.map(({ m_id }) => m_id));
    const pending = pendingDeployments.list().map(({ modelId }) => modelId);
    return {
      pending_deployments: pending.map(repositoryOf),
      downloading_models: [...ids].map(repositoryOf),
      deployment_flags: Object.fromEntries(pending.map((id) => [id, 'true'])),
      active_downloads: active,
      total_pending: pending.length,
      total_downloading: ids.size,
    };
  });

  app.post('/models/cleanup_stale_deployments', async (call) => {
    const stale = pendingDeployments.list().filter(services.pendingDeployments.isStale);
    for (const { modelId } of stale) pendingDeployments.remove(modelId);
    services.activity.audit(call, { action: 'stale-deployments-forgotten' });
    return {
      cleaned_count: stale.length,
      cleaned_flags: stale.map(({ modelId }) => modelId),
      message: `${stale.length} models are not to be deployed any more`,
    };
  });
}
