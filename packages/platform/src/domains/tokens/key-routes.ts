import type { FastifyInstance } from 'fastify';

import type { Parts } from '../../services.ts';

/** Keys that tokens are signed with, for administrators. */
export function keyRoutes(app: FastifyInstance, parts: Parts): void {
  app.post('/auth/keys/rotate', async (call) => {
    const { kid } = await parts.keys.rotate();
    // The gateway finds a new key by itself, but not within half a minute of the last one.
    parts.keyCache.forget();
    // Ready before the first sign-in asks for it.
    await parts.realm();
    parts.audit(call, { action: 'key-rotated', target: kid });
    return { kid, published: parts.keys.published.map((key) => key.kid) };
  });
}
