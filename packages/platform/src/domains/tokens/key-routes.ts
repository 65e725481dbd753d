import type { FastifyInstance } from 'fastify';

import type { Services } from '../../services.ts';

/** Keys that tokens are signed with, for administrators. */
export function keyRoutes(app: FastifyInstance, services: Services): void {
  app.post('/auth/keys/rotate', async (call) => {
    const { kid } = await services.keys.rotate();
    // The gateway finds a new key by itself, but not within half a minute of the last one.
    services.tokens.keyCache.forget();
    // Ready before the first sign-in asks for it.
    await services.realm.provider();
    services.activity.audit(call, { action: 'key-rotated', target: kid });
    return { kid, published: services.keys.published.map((key) => key.kid) };
  });
}
