import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../server/errors/http-error.ts';
import { parseInput } from '../server/errors/parse-input.ts';
import type { Parts } from '../services.ts';
import { appAt } from '../domains/apps/app-at.ts';
import { createUser } from '../domains/identity/create-user.ts';
import { userAnswer } from '../domains/identity/user-answer.ts';
import { deploymentAt } from '../domains/serving/deployment-at.ts';
import { secondsAhead } from './request-clock.ts';
import { turningZone } from './rebinding-names.ts';

const killQuery = z.object({ instance_id: z.guid().optional() });
const tokenOrder = z.object({ claims: z.record(z.string(), z.unknown()), kid: z.string().optional() });
const keyPath = z.looseObject({ kid: z.string() });

/**
 * What tests may ask of a platform that was started for them: what time it is for a request, tokens to
 * order, and people who sign in elsewhere.
 */
export function testingRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/testing/clock', async () => ({ now: new Date().toISOString(), seconds_ahead: secondsAhead() }));

  app.get('/testing/hub', async (call) => ({ weather: parts.hub.weatherOf(call) }));

  app.get('/testing/names', async () => ({ zone: turningZone }));

  app.post('/testing/tokens', async (call) => {
    const { claims, kid = parts.keys.current.kid } = parseInput(tokenOrder, call.body ?? undefined, 'body');
    const key = parts.keys.all.find((one) => one.kid === kid);
    if (!key) throw new HttpError(404, 'No such key');
    const { signToken } = await import('../domains/tokens/sign-token.ts');
    parts.audit(call, { action: 'token-ordered' });
    return { token: await signToken(claims, key) };
  });

  // The gateway is told of neither, as when a realm elsewhere changes its keys.
  app.post('/testing/keys', async () => ({ kid: (await parts.keys.publish()).kid }));

  app.delete('/testing/keys/:kid', async (call) => {
    const { kid } = parseInput(keyPath, call.params, 'path');
    return { retired: parts.keys.retire(kid) };
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
