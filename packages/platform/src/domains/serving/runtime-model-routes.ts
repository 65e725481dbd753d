import type { FastifyInstance } from 'fastify';

import { guardRequests } from '../gateway/guard-requests.ts';
import type { Services } from '../../services.ts';

/** The OpenAI API of deployed models, behind the gateway. To be registered under `/runtime/models`. */
export async function runtimeModelRoutes(app: FastifyInstance, services: Services): Promise<void> {
  guardRequests(app, services);
  // The engine parses the bodies.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.route<{ Params: { deployment_id: string; '*': string } }>({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/:deployment_id/*',
    async handler(call, reply) {
      const id = call.params.deployment_id.toLowerCase();
      const instance = services.serving.route(id);
      if (instance) return services.serving.forward(instance, `/${call.params['*']}`, call, reply);
      const deployment = services.store.deployments.byId(id);
      const starting = deployment?.status.match(/^(REQUESTED|DEPLOYING|INITIALIZING)$/);
      return starting
        ? reply.code(503).header('retry-after', '1').send(refusal('The model is being started.', 'not_ready'))
        : reply.code(404).send(refusal('No such model is deployed.', 'not_found'));
    },
  });
}

function refusal(message: string, code: string) {
  return { error: { message, type: 'invalid_request_error', param: null, code } };
}
