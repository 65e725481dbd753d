import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
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

/** Routes for deployments: administrators start and stop them, every user sees them. */
export function modelDeploymentRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;

  app.post('/serving/deploy_model', async (call, reply) => {
    const asked = newDeployment(services, call.body);
    const deployment = services.serving.deploy({ ...asked, ownerId: callerOf(call.identity).sub });
    services.activity.audit(call, { action: 'model-deployed', target: deployment.id });
    return reply.code(202).type('application/json').send(JSON.stringify(deployment.id));
  });

  app.get('/serving/deployments', async ({ query }) => {
    const { model_id, capability: wanted } = parseInput(listQuery, query, 'query');
    const known = store.deployments
      .list()
      .filter((one) => model_id === undefined || one.modelId === model_id);
    const current = await Promise.all(known.map((one) => services.serving.current(one)));
    return current
      .map((one) => deploymentAnswer(services, one))
      .filter(({ capabilities }) => wanted.every((one) => capabilities.includes(one)));
  });

  app.get('/serving/deployment/:deployment_id', async ({ params }) =>
    deploymentAnswer(services, await services.serving.current(deploymentAt(services, params))),
  );

  app.get('/serving/deployment/:deployment_id/status', async ({ params }, reply) => {
    const { status } = await services.serving.current(deploymentAt(services, params));
    return reply.type('application/json').send(JSON.stringify(status));
  });

  app.delete('/serving/deployment/:deployment_id', async (call, reply) => {
    const { id } = deploymentAt(services, call.params);
    parseInput(endQuery, call.query, 'query');
    await services.serving.stop(id);
    services.activity.audit(call, { action: 'model-stopped', target: id });
    return reply.type('application/json').send('true');
  });

  app.delete('/serving/deployment/:deployment_id/delete', async (call, reply) => {
    const deployment = deploymentAt(services, call.params);
    const { force } = parseInput(endQuery, call.query, 'query');
    if (isActive(deployment) && !force)
      throw new HttpError(409, 'The deployment is active. Stop it first, or delete it with force.');
    await services.serving.remove(deployment.id);
    services.activity.audit(call, { action: 'model-deployment-deleted', target: deployment.id });
    return reply.type('application/json').send('true');
  });
}
