import type { FastifyInstance } from 'fastify';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { callerOf } from '../gateway/caller-of.ts';
import { guardRequests } from '../gateway/guard-requests.ts';
import type { Services } from '../../services.ts';

/** Routes to the apps, behind the gateway like the API. To be registered under `/runtime/apps`. */
export async function runtimeAppRoutes(app: FastifyInstance, services: Services): Promise<void> {
  guardRequests(app, services);

  for (const url of ['/:deployment_id', '/:deployment_id/*']) {
    app.route<{ Params: { deployment_id: string } }>({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url,
      async handler({ identity, params, headers }) {
        const running = services.apps.running.get(params.deployment_id.toLowerCase());
        if (!running) throw new HttpError(404, 'No such app runs');
        if (!services.apps.mayOpen(callerOf(identity), running.deployment)) throw notAuthorized();
        return running.respond(headers);
      },
    });
  }
}
