import type { FastifyInstance } from 'fastify';

import type { Parts } from '../../services.ts';

/** The auth service about itself: greeting, health, public keys. */
export function serviceRoutes(app: FastifyInstance, parts: Parts): void {
  const { settings, keys } = parts;

  app.get('/auth/', async () => ({ message: 'Kamiwaza Auth Service', version: settings.version }));

  app.get('/auth/health', async () => ({
    status: 'healthy',
    version: settings.version,
    uptime: Math.round((Date.now() - settings.startedAt) / 100) / 10,
    KAMIWAZA_USE_AUTH: true,
    jwks_cache_status: parts.keyCache.status(),
  }));

  app.get('/auth/jwks', async () => ({ keys: keys.published }));
}
