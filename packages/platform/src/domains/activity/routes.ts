import type { FastifyInstance } from 'fastify';

import type { Services } from '../../services.ts';

/** Route for recent activities. */
export function activityRoutes(app: FastifyInstance, { store }: Services): void {
  app.get('/activity/activities/', async () => store.activities.recent());
}
