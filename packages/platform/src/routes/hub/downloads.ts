import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../errors/http-error.ts';
import { parseInput } from '../../errors/parse-input.ts';
import { callerOf } from '../../gateway/guard-requests.ts';
import type { OfferedRepository } from '../../hub/hub-client.ts';
import type { Parts } from '../../parts.ts';
import type { NewModelConfig } from '../../store/model-configs.ts';
import type { Model } from '../../store/models.ts';
import { enterModel } from '../enter-model.ts';
import { downloadStatus } from './download-status.ts';
import { knownHub, notUsable, offeredRepository } from './offered-repository.ts';

const downloadRequest = z.object({
  model: z.string(),
  version: z.string().nullish(),
  hub: z
    .string()
    .nullish()
    .transform((given) => given ?? null),
  files_to_download: z.array(z.string()).min(1).nullish(),
  // Heeded by /models/download_and_deploy only (ENG-5022).
  deploy_after_download: z.boolean().nullish(),
  novice_selected_context: z.int().nullish(),
  deployment_target: z.string().nullish(),
});
const cancelQuery = z.object({ model_id: z.guid().optional() });
const filePath = z.object({ model_file_id: z.guid().transform((id) => id.toLowerCase()) });

/** What comes from the hub: begun, watched and given up. */
export function downloadRoutes(app: FastifyInstance, parts: Parts): void {
  app.post('/models/download/', async (call) => {
    const asked = parseInput(downloadRequest, call.body ?? undefined, 'body');
    const hub = knownHub(parts, 'hub', asked.hub);
    const repository = await offeredRepository(parts, call, asked.model);
    const names = asked.files_to_download ?? repository.files.map(({ name }) => name);
    const missing = names.find((wanted) => !repository.files.some(({ name }) => name === wanted));
    if (missing !== undefined)
      throw notUsable('files_to_download', `${asked.model} has no file ${missing}`, missing);

    const model = catalogued(parts, call, { id: asked.model, hub, ...repository });
    const files = parts.store.modelFiles.of(model.id);
    const chosen = repository.files
      .filter(({ name }) => names.includes(name))
      .flatMap((file) => files.filter(({ name }) => name === file.name).map(({ id }) => ({ ...file, id })));
    const started = parts.hub.downloads.start(model.id, chosen);
    parts.audit(call, { action: 'model-download-started', target: asked.model });
    return {
      result: true,
      message: `${started.length} files of ${asked.model} are on their way`,
      files: started.map(({ id }) => id),
    };
  });

  app.get('/model_files/download_status/', async () =>
    parts.hub.filesOf().flatMap((entry) => downloadStatus(parts, entry) ?? []),
  );

  app.get('/models/pending_deployments', async () => {
    const active = parts.hub
      .filesOf()
      .flatMap((entry) => downloadStatus(parts, entry) ?? [])
      .filter(({ is_downloading }) => is_downloading);
    const ids = new Set(active.map(({ m_id }) => m_id));
    return {
      pending_deployments: [],
      downloading_models: [...ids].map((id) => parts.store.models.byId(id)?.['repo_modelId'] ?? id),
      deployment_flags: {},
      active_downloads: active,
      total_pending: 0,
      total_downloading: ids.size,
    };
  });

  app.delete('/model_files/:model_file_id/download', async (call) => {
    const { model_file_id } = parseInput(filePath, call.params, 'path');
    const known = parts.hub.fileAt(model_file_id);
    if (!known) throw new HttpError(404, 'Model file not found');
    const cancelled = await parts.hub.downloads.cancel(model_file_id);
    if (cancelled) parts.audit(call, { action: 'model-download-cancelled', target: known.file.name });
    return {
      result: cancelled !== undefined,
      message: cancelled ? 'The download was cancelled' : 'No download of this file is under way',
      file_id: model_file_id,
      cancelled_at: cancelled?.cancelledAt ?? null,
    };
  });

  app.delete('/model_files/downloads/cancel_all', async (call) => {
    const { model_id } = parseInput(cancelQuery, call.query, 'query');
    const { total, cancelled, failed } = await parts.hub.downloads.cancelAll(model_id?.toLowerCase());
    parts.audit(call, { action: 'model-downloads-cancelled', target: model_id ?? 'all' });
    return {
      result: failed === 0,
      message: `${cancelled} of ${total} downloads were cancelled`,
      total_downloads: total,
      cancelled_count: cancelled,
      failed_count: failed,
      cancelled_at: new Date().toISOString(),
    };
  });
}

/** The model of a repository, entered with its files when it is not in the catalogue. */
function catalogued(
  parts: Parts,
  call: FastifyRequest,
  { id, hub, purpose, files }: OfferedRepository & { id: string; hub: string },
): Model {
  const { models, modelConfigs, modelFiles } = parts.store;
  const [author, name] = id.split('/');
  const known = models.list().find((one) => one['repo_modelId'] === id);
  const model =
    known ?? enterModel(parts, call, { name: name ?? id, author, repo_modelId: id, hub, purpose });
  if (!known) modelConfigs.add(defaultConfig(model.id));
  const listed = new Set(modelFiles.of(model.id).map((file) => file.name));
  for (const file of files.filter((offered) => !listed.has(offered.name)))
    modelFiles.add({
      id: randomUUID(),
      modelId: model.id,
      ownerId: callerOf(call.identity).sub,
      name: file.name,
      size: file.size,
      hub,
      checksum: file.sha256,
      storageType: 'file',
      storageHost: 'localhost',
      storageLocation: null,
      createdAt: new Date().toISOString(),
    });
  return model;
}

/** By which a model can be deployed as soon as its files are here. */
function defaultConfig(modelId: string): NewModelConfig {
  return {
    modelId,
    fileId: null,
    name: 'Default Model Config',
    isDefault: true,
    description: 'Default Model Configuration',
    config: {},
    systemConfig: {},
  };
}
