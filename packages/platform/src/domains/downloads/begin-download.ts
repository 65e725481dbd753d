import { randomUUID } from 'node:crypto';

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Download } from './download.ts';
import type { OfferedRepository } from '../hub/hub-client.ts';
import type { Services } from '../../services.ts';
import type { NewModelConfig } from '../model-configs/store.ts';
import type { Model } from '../models/store.ts';
import { enterModel } from '../models/enter-model.ts';
import { knownHub, notUsable, offeredRepository } from '../hub/offered-repository.ts';

const downloadRequest = z.object({
  model: z.string(),
  version: z.string().nullish(),
  hub: z
    .string()
    .nullish()
    .transform((given) => given ?? null),
  files_to_download: z.array(z.string()).min(1).nullish(),
  // Only used by /models/download_and_deploy (ENG-5022).
  deploy_after_download: z.boolean().nullish(),
  novice_selected_context: z.int().nullish(),
  deployment_target: z.string().nullish(),
});

/** A started download, with the request. */
export interface BegunDownload {
  asked: z.infer<typeof downloadRequest>;
  model: Model;
  started: Download[];
}

/** Starts to download the files that a request names. Throws a 422 for invalid input, and the hub's refusals. */
export async function beginDownload(services: Services, call: FastifyRequest): Promise<BegunDownload> {
  const asked = parseInput(downloadRequest, call.body ?? undefined, 'body');
  const hub = knownHub(services, 'hub', asked.hub);
  const repository = await offeredRepository(services, asked.model);
  const names = asked.files_to_download ?? repository.files.map(({ name }) => name);
  const missing = names.find((wanted) => !repository.files.some(({ name }) => name === wanted));
  if (missing !== undefined)
    throw notUsable('files_to_download', `${asked.model} has no file ${missing}`, missing);

  const model = catalogued(services, call, { id: asked.model, hub, ...repository });
  const files = services.store.modelFiles.of(model.id);
  const chosen = repository.files
    .filter(({ name }) => names.includes(name))
    .flatMap((file) => files.filter(({ name }) => name === file.name).map(({ id }) => ({ ...file, id })));
  const started = services.downloads.start(model.id, chosen);
  services.activity.audit(call, { action: 'model-download-started', target: asked.model });
  return { asked, model, started };
}

/** The response to a download request. */
export function downloadStartedResponse({ asked, started }: BegunDownload) {
  return {
    result: true,
    message: `${started.length} files of ${asked.model} are on their way`,
    files: started.map(({ id }) => id),
  };
}

/** The model of a repository, added to the catalogue with its files when it is missing. */
function catalogued(
  services: Services,
  call: FastifyRequest,
  { id, hub, purpose, files }: OfferedRepository & { id: string; hub: string },
): Model {
  const { models, modelConfigs, modelFiles } = services.store;
  const [author, name] = id.split('/');
  const known = models.list().find((one) => one['repo_modelId'] === id);
  const model =
    known ?? enterModel(services, call, { name: name ?? id, author, repo_modelId: id, hub, purpose });
  if (!known) modelConfigs.add(defaultConfig(model.id));
  const listed = new Set(modelFiles.of(model.id).map((file) => file.name));
  for (const file of files.filter((offered) => !listed.has(offered.name)))
    modelFiles.save({
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

/** The configuration that a new model gets, so that it can be deployed. */
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
