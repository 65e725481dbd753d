import type { FastifyInstance } from 'fastify';

/** The model engine: it runs, and nothing is deployed on it. */
export function servingRoutes(app: FastifyInstance): void {
  app.get('/serving/status', async () => ({ status: 'running' }));
  app.get('/serving/health', async () => []);
}
