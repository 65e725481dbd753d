import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../server/errors/http-error.ts';
import { parseInput } from '../server/errors/parse-input.ts';
import type { Services } from '../services.ts';
import { appAt } from '../domains/apps/app-at.ts';
import { createUser } from '../domains/identity/create-user.ts';
import { userAnswer } from '../domains/identity/user-answer.ts';
import { deploymentAt } from '../domains/serving/deployment-at.ts';
import { secondsAhead } from './request-clock.ts';
import { checkedConditions, hubHeader } from './hub-faults.ts';
import { rebindingZone } from './rebinding-names.ts';

const killQuery = z.object({ instance_id: z.guid().optional() });
const tokenOrder = z.object({ claims: z.record(z.string(), z.unknown()), kid: z.string().optional() });
const keyPath = z.looseObject({ kid: z.string() });

/**
 * The test-support API: the time of a request, tokens with any claims, signing keys,
 * federated users, and failures of apps and engines.
 */
export function testSupportRoutes(app: FastifyInstance, services: Services): void {
  app.get('/testing/clock', async () => ({ now: new Date().toISOString(), seconds_ahead: secondsAhead() }));

  app.get('/testing/hub', async ({ headers }) => ({
    weather: hubHeader in headers ? checkedConditions(String(headers[hubHeader])) : '',
  }));

  app.get('/testing/names', async () => ({ zone: rebindingZone }));

  app.post('/testing/tokens', async (call) => {
    const { claims, kid = services.keys.current.kid } = parseInput(
      tokenOrder,
      call.body ?? undefined,
      'body',
    );
    const key = services.keys.all.find((one) => one.kid === kid);
    if (!key) throw new HttpError(404, 'No such key');
    const { signToken } = await import('../domains/tokens/sign-token.ts');
    services.activity.audit(call, { action: 'token-ordered' });
    return { token: await signToken(claims, key) };
  });

  // The gateway is not notified, as when an external realm changes its keys.
  app.post('/testing/keys', async () => ({ kid: (await services.keys.publish()).kid }));

  app.delete('/testing/keys/:kid', async (call) => {
    const { kid } = parseInput(keyPath, call.params, 'path');
    return { retired: services.keys.retire(kid) };
  });

  // Instead of another identity provider, the realm asks for the password.
  app.post('/testing/federated-users', async (call, reply) => {
    const user = await createUser(services, call.body, { external: true });
    services.activity.audit(call, { action: 'user-created', target: user.username });
    return reply.code(201).send(userAnswer(user));
  });

  // Simulates an app that missed a change of the gateway's secret.
  app.post('/testing/apps/:deployment_id/drift', async (call) => {
    services.apps.run(appAt(services, call.params), crypto.randomUUID());
    return { drifted: true };
  });

  // Simulates the kernel's out-of-memory killer.
  app.post('/testing/deployments/:deployment_id/kill', async (call) => {
    const { id } = deploymentAt(services, call.params);
    const { instance_id } = parseInput(killQuery, call.query, 'query');
    return { killed: services.serving.kill(id, instance_id) };
  });
}
