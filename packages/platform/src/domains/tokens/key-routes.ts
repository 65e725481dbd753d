import type { FastifyInstance } from 'fastify';

import type { Services } from '../../services.ts';

/** Routes for signing keys, for administrators. */
export function keyRoutes(app: FastifyInstance, services: Services): void {
  app.post('/auth/keys/rotate', async (call) => {
    const { kid } = await services.keys.rotate();
    // The gateway finds a new key by itself, but at most every 30 seconds.
    services.tokens.keyCache.forget();
    // Loaded before the first sign-in needs it.
    await services.realm.provider();
    services.activity.audit(call, { action: 'key-rotated', target: kid });
    return { kid, published: services.keys.published.map((key) => key.kid) };
  });
}
