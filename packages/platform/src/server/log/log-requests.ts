import type { FastifyInstance } from 'fastify';

import { loggedPath } from './logged-path.ts';
import type { PlatformLog } from './platform-log.ts';

/** Logs every request that `app` answered. */
export function logRequests(app: FastifyInstance, log: PlatformLog): void {
  app.addHook('onResponse', async (request, reply) => {
    log.write({
      level: reply.raw.statusCode >= 500 ? 'error' : 'info',
      event: 'REQUEST',
      request_id: request.id,
      method: request.method,
      path: loggedPath(request.originalUrl),
      status: reply.raw.statusCode,
      seconds: Math.round(reply.elapsedTime) / 1000,
      // Requests outside the API have no identity.
      user: request.identity?.username ?? null,
    });
  });
}
