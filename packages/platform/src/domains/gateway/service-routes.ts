import type { FastifyInstance } from 'fastify';

import type { Services } from '../../services.ts';

/** Routes about the auth service: greeting, health, public keys. */
export function serviceRoutes(app: FastifyInstance, services: Services): void {
  const { settings, keys } = services;

  app.get('/auth/', async () => ({ message: 'Kamiwaza Auth Service', version: settings.version }));

  app.get('/auth/health', async () => ({
    status: 'healthy',
    version: settings.version,
    uptime: Math.round((Date.now() - settings.startedAt) / 100) / 10,
    KAMIWAZA_USE_AUTH: true,
    jwks_cache_status: services.tokens.keyCache.status(),
  }));

  app.get('/auth/jwks', async () => ({ keys: keys.published }));
}
