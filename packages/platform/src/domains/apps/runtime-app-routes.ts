import type { FastifyInstance } from 'fastify';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { callerOf, guardRequests } from '../gateway/guard-requests.ts';
import type { Parts } from '../../services.ts';

/** The apps themselves, behind the same gateway as the API; to be registered under `/runtime/apps`. */
export async function runtimeAppRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  guardRequests(app, parts);

  for (const url of ['/:deployment_id', '/:deployment_id/*']) {
    app.route<{ Params: { deployment_id: string } }>({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url,
      async handler({ identity, params, headers }) {
        const running = parts.apps.running.get(params.deployment_id.toLowerCase());
        if (!running) throw new HttpError(404, 'No such app runs');
        if (!parts.apps.mayOpen(callerOf(identity), running.deployment)) throw notAuthorized();
        return running.answer(headers);
      },
    });
  }
}
