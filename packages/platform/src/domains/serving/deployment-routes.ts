import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/guard-requests.ts';
import type { Parts } from '../../services.ts';
import { deploymentAnswer } from './deployment-answer.ts';
import { isActive } from './model-deployment.ts';
import { deploymentAt } from './deployment-at.ts';
import { newDeployment } from './new-deployment.ts';

const capability = z.enum(['chat.completions', 'embeddings', 'audio.transcriptions', 'images.generations']);
const listQuery = z.object({
  model_id: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  capability: z.union([capability.transform((one) => [one]), z.array(capability)]).default([]),
});
const endQuery = z.object({ force: z.stringbool().default(false) });

/** Models that are started and stopped: asked for by administrators, seen by everybody. */
export function modelDeploymentRoutes(app: FastifyInstance, parts: Parts): void {
  const { store } = parts;

  app.post('/serving/deploy_model', async (call, reply) => {
    const asked = newDeployment(parts, call.body);
    const deployment = parts.serving.deploy({ ...asked, ownerId: callerOf(call.identity).sub });
    parts.audit(call, { action: 'model-deployed', target: deployment.id });
    const { status, body } = await parts.serving.accepted(deployment);
    return reply.code(status).type('application/json').send(JSON.stringify(body));
  });

  app.get('/serving/deployments', async ({ query }) => {
    const { model_id, capability: wanted } = parseInput(listQuery, query, 'query');
    const known = store.deployments
      .list()
      .filter((one) => model_id === undefined || one.modelId === model_id);
    const current = await Promise.all(known.map((one) => parts.serving.current(one)));
    return current
      .map((one) => deploymentAnswer(parts, one))
      .filter(({ capabilities }) => wanted.every((one) => capabilities.includes(one)));
  });

  app.get('/serving/deployment/:deployment_id', async ({ params }) =>
    deploymentAnswer(parts, await parts.serving.current(deploymentAt(parts, params))),
  );

  app.get('/serving/deployment/:deployment_id/status', async ({ params }, reply) => {
    const { status } = await parts.serving.current(deploymentAt(parts, params));
    return reply.type('application/json').send(JSON.stringify(status));
  });

  app.delete('/serving/deployment/:deployment_id', async (call, reply) => {
    const { id } = deploymentAt(parts, call.params);
    parseInput(endQuery, call.query, 'query');
    await parts.serving.stop(id);
    parts.audit(call, { action: 'model-stopped', target: id });
    return reply.type('application/json').send('true');
  });

  app.delete('/serving/deployment/:deployment_id/delete', async (call, reply) => {
    const deployment = deploymentAt(parts, call.params);
    const { force } = parseInput(endQuery, call.query, 'query');
    if (isActive(deployment) && !parts.serving.mayDelete(force))
      throw new HttpError(409, 'The deployment is active. Stop it first, or delete it with force.');
    await parts.serving.remove(deployment.id);
    parts.audit(call, { action: 'model-deployment-deleted', target: deployment.id });
    return reply.type('application/json').send('true');
  });
}
