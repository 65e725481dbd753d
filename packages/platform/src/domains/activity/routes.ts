import type { FastifyInstance } from 'fastify';

import type { Parts } from '../../services.ts';

/** What happened lately. */
export function activityRoutes(app: FastifyInstance, { store }: Parts): void {
  app.get('/activity/activities/', async () => store.activities.recent());
}
