import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { instanceAnswer } from './deployment-answer.ts';

const id = z.guid().transform((given) => given.toLowerCase());
const instanceQuery = z.object({ deployment_id: id.optional() });
const instancePath = z.object({ instance_id: id });

/** Routes for the processes that serve models. */
export function instanceRoutes(app: FastifyInstance, services: Services): void {
  const { deployments } = services.store;
  const instances = () =>
    deployments
      .list()
      .flatMap((one) => one.instances.map((instance) => instanceAnswer(services.store, one, instance)));

  app.get('/serving/status', async () => ({ status: 'running' }));

  app.get('/serving/health', async () => {
    const current = await Promise.all(deployments.list().map((one) => services.serving.current(one)));
    return current.map((one) => ({ deployment_id: one.id, status: one.status }));
  });

  app.get('/serving/model_instances', async ({ query }) => {
    const { deployment_id } = parseInput(instanceQuery, query, 'query');
    return instances().filter((one) => deployment_id === undefined || one.deployment_id === deployment_id);
  });

  app.get('/serving/model_instance/:instance_id', async ({ params }) => {
    const { instance_id } = parseInput(instancePath, params, 'path');
    const instance = instances().find((one) => one.id === instance_id);
    if (!instance) throw new HttpError(404, 'Model instance not found');
    return instance;
  });
}
