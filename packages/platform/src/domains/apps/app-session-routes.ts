import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Services } from '../../services.ts';
import type { AppDeployment } from './store.ts';
import { appAt } from './app-at.ts';

const ending = z.object({ reason: z.string().nullish() }).nullish();

/** Routes for apps, which identify themselves by their session token. */
export function appSessionRoutes(app: FastifyInstance, services: Services): void {
  app.get('/apps/deployment/:deployment_id/session', async ({ identity, params }) => {
    const { id, ownerId, sessionToken } = appAt(services, params);
    if (callerOf(identity).sub !== ownerId) throw notAuthorized();
    return { deployment_id: id, session_token: sessionToken };
  });

  app.post('/apps/sessions/heartbeat', async (call) => {
    const { id } = sessionApp(services, call);
    services.store.apps.touch(id);
    return { status: 'success', message: null, deployment_id: id };
  });

  app.post('/apps/sessions/end', async (call) => {
    parseInput(ending, call.body, 'body');
    const { id, name } = sessionApp(services, call);
    services.apps.purge(id);
    services.activity.audit(call, { action: 'app-session-ended', target: name });
    return { status: 'success', message: null, deployment_id: id };
  });
}

function sessionApp(services: Services, { headers }: FastifyRequest): AppDeployment {
  const app = services.apps.ofSessionToken(String(headers['x-app-session-token'] ?? ''));
  if (!app) throw new HttpError(401, 'Invalid session token');
  return app;
}
