import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { probes } from './probes.ts';

let app: FastifyInstance;
afterEach(() => app.close());

async function serve(ready: () => Promise<string | undefined>) {
  app = fastify();
  await app.register(probes({ ready }));
}

test('alive and ready', async () => {
  await serve(async () => undefined);

  expect((await app.inject('/healthz')).body).toBe('ok\n');
  expect((await app.inject('/readyz')).body).toBe('ready\n');
});

test('alive but not ready, with the reason', async () => {
  await serve(async () => 'No policy is loaded: gate.policy.yaml has a problem in line 3.');

  expect((await app.inject('/healthz')).statusCode).toBe(200);
  const answer = await app.inject('/readyz');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toBe('No policy is loaded: gate.policy.yaml has a problem in line 3.\n');
});

test('not ready when readiness cannot be determined', async () => {
  await serve(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7')));

  const answer = await app.inject('/readyz');

  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('could not be determined');
  expect(answer.body).not.toContain('10.0.0.7');
});
