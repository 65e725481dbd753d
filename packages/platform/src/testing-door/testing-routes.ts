import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../errors/parse-input.ts';
import type { Parts } from '../parts.ts';
import { appAt } from '../routes/apps/app-at.ts';
import { createUser } from '../routes/auth/create-user.ts';
import { userAnswer } from '../routes/auth/user-answer.ts';
import { deploymentAt } from '../routes/serving/deployment-at.ts';
import { secondsAhead } from './request-clock.ts';
import { turningZone } from './turning-names.ts';

const killQuery = z.object({ instance_id: z.guid().optional() });
const tokenOrder = z.object({ claims: z.record(z.string(), z.unknown()) });

/**
 * What tests may ask of a platform that was started for them: what time it is for a request, tokens to
 * order, and people who sign in elsewhere.
 */
export function testingRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/testing/clock', async () => ({ now: new Date().toISOString(), seconds_ahead: secondsAhead() }));

  app.get('/testing/hub', async (call) => ({ weather: parts.hub.weatherOf(call) }));

  app.get('/testing/names', async () => ({ zone: turningZone }));

  app.post('/testing/tokens', async (call) => {
    const { claims } = parseInput(tokenOrder, call.body ?? undefined, 'body');
    const { signToken } = await import('../gateway/sign-token.ts');
    parts.audit(call, { action: 'token-ordered' });
    return { token: await signToken(claims, parts.keys.current) };
  });

  // Another identity provider would ask for the password; here the realm asks in its stead.
  app.post('/testing/federated-users', async (call, reply) => {
    const user = await createUser(parts, call.body, { external: true });
    parts.audit(call, { action: 'user-created', target: user.username });
    return reply.code(201).send(userAnswer(user));
  });

  // What becomes of an app when somebody changes the gateway's secret and forgets the app.
  app.post('/testing/apps/:deployment_id/drift', async (call) => {
    parts.apps.run(appAt(parts, call.params), crypto.randomUUID());
    return { drifted: true };
  });

  // What the kernel does to an engine that takes too much.
  app.post('/testing/deployments/:deployment_id/kill', async (call) => {
    const { id } = deploymentAt(parts, call.params);
    const { instance_id } = parseInput(killQuery, call.query, 'query');
    return { killed: parts.serving.kill(id, instance_id) };
  });
}
