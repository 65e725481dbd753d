import type { FastifyRequest } from 'fastify';

import { callerOf } from '../gateway/guard-requests.ts';
import type { Parts } from '../../services.ts';
import type { Model, NewModel } from './store.ts';

/** Enters a model in the catalogue; it belongs to the caller. */
export function enterModel(parts: Parts, call: FastifyRequest, given: NewModel): Model {
  const { models, tuples } = parts.store;
  const model = models.add({ ...given, hosted: 'local', m_files: [], files_being_downloaded: [] });
  const subject = { namespace: 'user', id: callerOf(call.identity).sub };
  const tenant = parts.relations.tenantOf(call);
  for (const relation of parts.relations.creatorRelations)
    tuples.add({ subject, relation, object: { namespace: 'model', id: model.id }, tenant });
  parts.audit(call, { action: 'model-created', target: model.name });
  return model;
}
