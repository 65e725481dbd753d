import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import { entityText, relations } from './relation.ts';
import { defaultTenant } from '../../settings.ts';
import { decisionRoute } from './decision-routes.ts';
import { denied } from './denied.ts';
import { requireRelations } from './require-relations.ts';

const entity = z.object({ namespace: z.string(), id: z.string() });
const relation = z.enum(relations);
const tenant_id = z
  .string()
  .nullish()
  .transform((given) => given ?? defaultTenant);

const question = z.object({ subject: entity, relation, object: entity });
const addition = question.extend({ tenant_id });
const removal = addition.extend({ relation: relation.nullish() });
const objectRemoval = z.object({ object: entity, tenant_id });
const listQuery = z.object({
  tenant: z.string().default(defaultTenant),
  object_namespace: z.string().optional(),
});

/** Routes for relations: administrators change them, and every user may check their own. */
export function relationRoutes(app: FastifyInstance, services: Services): void {
  const { tuples } = services.store;

  app.post('/auth/tuples', async (call, reply) => {
    requireRelations(services);
    const { tenant_id: tenant, ...tuple } = parseInput(addition, call.body ?? undefined, 'body');
    tuples.add({ ...tuple, tenant });
    const target = `${entityText(tuple.subject)} ${tuple.relation} ${entityText(tuple.object)}`;
    services.activity.audit(call, { action: 'relation-added', target });
    return reply.code(204).send();
  });

  app.delete('/auth/tuples', async (call, reply) => {
    requireRelations(services);
    const {
      tenant_id: tenant,
      relation: named,
      ...ends
    } = parseInput(removal, call.body ?? undefined, 'body');
    tuples.remove({ ...ends, relation: named ?? undefined, tenant });
    const target = `${entityText(ends.subject)} ${named ?? '*'} ${entityText(ends.object)}`;
    services.activity.audit(call, { action: 'relation-removed', target });
    return reply.code(204).send();
  });

  app.delete('/auth/tuples/object', async (call, reply) => {
    requireRelations(services);
    const { object, tenant_id: tenant } = parseInput(objectRemoval, call.body ?? undefined, 'body');
    tuples.removeObject(object, tenant);
    services.activity.audit(call, { action: 'relations-removed', target: entityText(object) });
    return reply.code(204).send();
  });

  app.get('/auth/tuples/', async ({ query }) => {
    requireRelations(services);
    const { tenant, object_namespace } = parseInput(listQuery, query, 'query');
    return tuples.list(tenant, object_namespace);
  });

  app.post('/auth/check', async (call, reply) => {
    requireRelations(services);
    const asked = parseInput(question, call.body ?? undefined, 'body');
    if (!services.relations.mayCheck(callerOf(call.identity), asked.subject))
      throw new HttpError(403, 'Only an administrator may check somebody else');
    const decision = services.relations.check(call, asked);
    if (!decision.allow) return denied(reply, decision);
    return { allow: true, decision_id: decision.decisionId, reason: decision.reason };
  });

  decisionRoute(app, services);
}
