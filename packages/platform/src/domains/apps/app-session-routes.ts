import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/guard-requests.ts';
import type { Parts } from '../../services.ts';
import type { AppDeployment } from './store.ts';
import { appAt } from './app-at.ts';

const ending = z.object({ reason: z.string().nullish() }).nullish();

/** What an app tells of itself, by the token that it was started with. */
export function appSessionRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/apps/deployment/:deployment_id/session', async ({ identity, params }) => {
    const { id, ownerId, sessionToken } = appAt(parts, params);
    if (callerOf(identity).sub !== ownerId) throw notAuthorized();
    return { deployment_id: id, session_token: sessionToken };
  });

  app.post('/apps/sessions/heartbeat', async (call) => {
    const { id } = sessionApp(parts, call);
    parts.store.apps.touch(id);
    return { status: 'success', message: null, deployment_id: id };
  });

  app.post('/apps/sessions/end', async (call) => {
    parseInput(ending, call.body, 'body');
    const { id, name } = sessionApp(parts, call);
    parts.apps.purge(id);
    parts.audit(call, { action: 'app-session-ended', target: name });
    return { status: 'success', message: null, deployment_id: id };
  });
}

function sessionApp(parts: Parts, { headers }: FastifyRequest): AppDeployment {
  const app = parts.apps.ofSessionToken(String(headers['x-app-session-token'] ?? ''));
  if (!app) throw new HttpError(401, 'Invalid session token');
  return app;
}
