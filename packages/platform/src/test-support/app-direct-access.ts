import type { FastifyInstance } from 'fastify';

import type { Services } from '../services.ts';
import { appAt } from '../domains/apps/app-at.ts';
import { HttpError } from '../server/errors/http-error.ts';

/** Direct access to apps, past the gateway, as from within their network. To be registered under `/testing/apps`. */
export async function appDirectAccess(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/:deployment_id', async ({ params, headers }) => {
    const running = services.apps.running.get(appAt(services, params).id);
    if (!running) throw new HttpError(404, 'No such app runs');
    return running.respond(headers);
  });
}
