import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/guard-requests.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Parts } from '../../services.ts';
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

/** The model catalogue: read by everybody, and each model removed by those who own it. */
export function modelRoutes(app: FastifyInstance, parts: Parts): void {
  const { models } = parts.store;

  app.get('/models/', async ({ query }) => {
    const { load_files } = parseInput(listQuery, query, 'query');
    return models.list().map((model) => (load_files ? withFiles(parts, model) : { ...model, m_files: [] }));
  });

  app.post('/models/', async (call) => {
    const given = parseInput(newModel, call.body ?? undefined, 'body');
    return enterModel(parts, call, given);
  });

  app.get('/models/:model_id', async (call) => {
    const { model_id } = parseInput(modelPath, call.params, 'path');
    const model = models.byId(model_id);
    if (!model) throw missing(parts, callerOf(call.identity));
    return withFiles(parts, model);
  });

  app.delete('/models/:model_id', async (call, reply) => {
    const { model_id } = parseInput(modelPath, call.params, 'path');
    const { force } = parseInput(removalQuery, call.query, 'query');
    const decision = parts.relations.guard(call, 'models.delete', 'owner', objectOf(model_id));
    if (!decision.allow) return denied(reply, decision);
    const model = models.byId(model_id);
    if (!model) throw missing(parts, callerOf(call.identity));

    const active = parts.serving.activeOf(model_id);
    if (active.length > 0 && !parts.serving.mayRemoveModel(force))
      throw new HttpError(409, 'The model has active deployments. Stop them first, or delete it with force.');
    for (const { id } of active) await parts.serving.stop(id);
    parts.store.deploymentWishes.remove(model_id);
    parts.store.modelConfigs.removeOf(model_id);
    await parts.hub.removeFilesOf(model_id);
    models.remove(model_id);
    parts.relations.forget(call, objectOf(model_id));
    parts.audit(call, { action: 'model-deleted', target: model.name });
    return { message: 'Model deleted', id: model_id };
  });
}

function withFiles({ hub, store }: Parts, model: Model): Model {
  const node = nodeFacts(store.secrets).id;
  const files = hub.filesOf(model.id).map((entry) => modelFileAnswer(entry, node));
  return {
    ...model,
    m_files: files,
    files_being_downloaded: files.filter(({ is_downloading }) => is_downloading),
  };
}

const objectOf = (id: string): Entity => ({ namespace: 'model', id });

// Where relations count, only an administrator learns which ids there are.
function missing({ relations }: Parts, caller: Identity): HttpError {
  return relations.tellsMissing(caller) ? new HttpError(404, 'Model not found') : notAuthorized();
}
