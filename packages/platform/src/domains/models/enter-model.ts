import type { FastifyRequest } from 'fastify';

import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import { defaultTenant } from '../../settings.ts';
import type { Model, NewModel } from './store.ts';

/** Adds a model to the catalogue, owned by the caller. */
export function enterModel(services: Services, call: FastifyRequest, given: NewModel): Model {
  const { models, tuples } = services.store;
  const model = models.add({ ...given, hosted: 'local', m_files: [], files_being_downloaded: [] });
  const subject = { namespace: 'user', id: callerOf(call.identity).sub };
  for (const relation of services.relations.creatorRelations)
    tuples.add({ subject, relation, object: { namespace: 'model', id: model.id }, tenant: defaultTenant });
  services.activity.audit(call, { action: 'model-created', target: model.name });
  return model;
}
