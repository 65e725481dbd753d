import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Identity } from '../gateway/identity.ts';
import { type DownloadedFile, modelFileAnswer } from './downloaded-file.ts';
import type { Services } from '../../services.ts';
import type { StoredModelFile } from './model-file.ts';
import { denied } from '../relations/denied.ts';
import { nodeFacts } from '../cluster/node-facts.ts';
import { knownHub, notUsable, offeredRepository } from '../hub/offered-repository.ts';

const text = z
  .string()
  .nullish()
  .transform((given) => given ?? null);
const newFile = z.object({
  name: z.string().min(1),
  size: z
    .int()
    .min(0)
    .nullish()
    .transform((given) => given ?? null),
  storage_type: text,
  storage_host: z.string().default('localhost'),
  storage_location: text,
});
const hubSearch = z.object({ hub: z.string(), model: z.string(), version: text });
const filePath = z.object({ model_file_id: z.guid().transform((id) => id.toLowerCase()) });

/** Routes for files of models, from the hub or entered by hand. */
export function modelFileRoutes(app: FastifyInstance, services: Services): void {
  const { modelFiles } = services.store;
  const shown = (entry: DownloadedFile) => modelFileAnswer(entry, nodeFacts(services.store.secrets).id);

  app.get('/model_files/', async () => services.modelFiles.of().map(shown));

  app.post('/model_files/', async (call) => {
    const given = parseInput(newFile, call.body ?? undefined, 'body');
    const { storage_type: storageType } = given;
    if (storageType !== null && !services.modelFiles.storageTypes.includes(storageType))
      throw notUsable(
        'storage_type',
        `Storage is one of ${services.modelFiles.storageTypes.join(', ')}`,
        storageType,
      );
    const file: StoredModelFile = {
      id: randomUUID(),
      modelId: null,
      ownerId: callerOf(call.identity).sub,
      name: given.name,
      size: given.size,
      hub: null,
      checksum: null,
      storageType,
      storageHost: given.storage_host,
      storageLocation: given.storage_location,
      createdAt: new Date().toISOString(),
    };
    modelFiles.save(file);
    services.activity.audit(call, { action: 'model-file-created', target: file.name });
    return shown({ file });
  });

  app.post('/model_files/search/', async (call) => {
    const { hub, model } = parseInput(hubSearch, call.body ?? undefined, 'body');
    const name = knownHub(services, 'hub', hub);
    const { files } = await offeredRepository(services, model);
    return files.map((file) => ({
      name: file.name,
      size: file.size,
      hub: name,
      checksum: file.sha256,
      checksum_type: 'sha256',
      download: false,
      is_downloading: false,
    }));
  });

  app.get('/model_files/:model_file_id', async (call) => {
    const { model_file_id } = parseInput(filePath, call.params, 'path');
    const entry = services.modelFiles.byId(model_file_id);
    if (!entry) throw missing(services, callerOf(call.identity));
    return shown(entry);
  });

  app.delete('/model_files/:model_file_id', async (call, reply) => {
    const { model_file_id } = parseInput(filePath, call.params, 'path');
    const caller = callerOf(call.identity);
    const file = modelFiles.byId(model_file_id);
    if (!file) throw missing(services, caller);
    if (file.modelId !== null) {
      const object = { namespace: 'model', id: file.modelId };
      const decision = services.relations.guard(call, 'model_files.delete', 'owner', object);
      if (!decision.allow) return denied(reply, decision);
    } else if (file.ownerId !== caller.sub && !caller.roles.includes('admin')) throw notAuthorized();

    await services.modelFiles.remove(file);
    services.activity.audit(call, { action: 'model-file-deleted', target: file.name });
    return { message: 'Model file deleted', id: model_file_id };
  });
}

// As with models: with relations, only an administrator learns which ids exist.
function missing({ relations }: Services, caller: Identity): HttpError {
  return relations.tellsMissing(caller) ? new HttpError(404, 'Model file not found') : notAuthorized();
}
