import type { FastifyInstance } from 'fastify';

import type { Parts } from '../services.ts';
import { appAt } from '../domains/apps/app-at.ts';
import { HttpError } from '../server/errors/http-error.ts';

/** The apps at addresses of their own, past the gateway, as whoever gets into their network reaches them; to be registered under `/testing/apps`. */
export async function appDoor(app: FastifyInstance, parts: Parts): Promise<void> {
  app.get('/:deployment_id', async ({ params, headers }) => {
    const running = parts.apps.running.get(appAt(parts, params).id);
    if (!running) throw new HttpError(404, 'No such app runs');
    return running.answer(headers);
  });
}
