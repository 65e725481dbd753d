import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';
import { defaultTenant } from '../../settings.ts';

const purge = z.object({
  tenant_id: z.string(),
  subject_namespace: z.string().default('user'),
  subject_id: z.string(),
});

/** Routes that end sessions of other users, for administrators. */
export function sessionRoutes(app: FastifyInstance, services: Services): void {
  app.delete<{ Params: { session_id: string } }>('/auth/sessions/:session_id', async (request, reply) => {
    const { session_id: sid } = request.params;
    if (!services.store.sessions.isKnown(sid)) throw new HttpError(404, 'Session not found');
    services.sessions.expel(sid);
    services.activity.audit(request, { action: 'session-ended', target: sid });
    return reply.code(204).send();
  });

  app.post('/auth/sessions/purge', async (call) => {
    const { tenant_id, subject_namespace, subject_id } = parseInput(purge, call.body ?? undefined, 'body');
    // There is one tenant, and only users sign in.
    const known = tenant_id === defaultTenant && subject_namespace === 'user';
    const revoked = known ? services.sessions.endAll(subject_id) : 0;
    services.activity.audit(call, { action: 'sessions-purged', target: subject_id });
    return { revoked };
  });
}
