import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import type { Entity } from '../relations/relation.ts';
import { modelFileAnswer } from '../downloads/downloaded-file.ts';
import type { Model } from './store.ts';
import { denied } from '../relations/denied.ts';
import { enterModel } from './enter-model.ts';
import { nodeFacts } from '../cluster/node-facts.ts';

const listQuery = z.object({ load_files: z.stringbool().default(false) });
const removalQuery = z.object({ force: z.stringbool().default(false) });
const modelPath = z.object({ model_id: z.guid().transform((id) => id.toLowerCase()) });

const text = z
  .string()
  .nullish()
  .transform((given) => given ?? null);
const newModel = z.object({
  name: z.string(),
  repo_modelId: text,
  modelfamily: text,
  purpose: text,
  version: text,
  author: text,
  source_repository: text,
  sha_repository: text,
  hub: text,
  description: text,
  quantization_details: text,
  private: z
    .boolean()
    .nullish()
    .transform((given) => given ?? null),
  modelcard: text,
});

/** Routes of the model catalogue: every user reads it, and owners remove their models. */
export function modelRoutes(app: FastifyInstance, services: Services): void {
  const { models } = services.store;

  app.get('/models/', async ({ query }) => {
    const { load_files } = parseInput(listQuery, query, 'query');
    return models
      .list()
      .map((model) => (load_files ? withFiles(services, model) : { ...model, m_files: [] }));
  });

  app.post('/models/', async (call) => {
    const given = parseInput(newModel, call.body ?? undefined, 'body');
    return enterModel(services, call, given);
  });

  app.get('/models/:model_id', async (call) => {
    const { model_id } = parseInput(modelPath, call.params, 'path');
    const model = models.byId(model_id);
    if (!model) throw missing(services, callerOf(call.identity));
    return withFiles(services, model);
  });

  app.delete('/models/:model_id', async (call, reply) => {
    const { model_id } = parseInput(modelPath, call.params, 'path');
    const { force } = parseInput(removalQuery, call.query, 'query');
    const decision = services.relations.guard(call, 'models.delete', 'owner', objectOf(model_id));
    if (!decision.allow) return denied(reply, decision);
    const model = models.byId(model_id);
    if (!model) throw missing(services, callerOf(call.identity));

    const active = services.serving.activeOf(model_id);
    if (active.length > 0 && !force)
      throw new HttpError(409, 'The model has active deployments. Stop them first, or delete it with force.');
    for (const { id } of active) await services.serving.stop(id);
    services.store.pendingDeployments.remove(model_id);
    services.store.modelConfigs.removeOf(model_id);
    await services.modelFiles.removeOf(model_id);
    models.remove(model_id);
    services.relations.forget(objectOf(model_id));
    services.activity.audit(call, { action: 'model-deleted', target: model.name });
    return { message: 'Model deleted', id: model_id };
  });
}

function withFiles({ modelFiles, store }: Services, model: Model): Model {
  const node = nodeFacts(store.secrets).id;
  const files = modelFiles.of(model.id).map((entry) => modelFileAnswer(entry, node));
  return {
    ...model,
    m_files: files,
    files_being_downloaded: files.filter(({ is_downloading }) => is_downloading),
  };
}

const objectOf = (id: string): Entity => ({ namespace: 'model', id });

// With relations, only an administrator learns which ids exist.
function missing({ relations }: Services, caller: Identity): HttpError {
  return relations.tellsMissing(caller) ? new HttpError(404, 'Model not found') : notAuthorized();
}
