import type { RequestListener } from 'node:http';
import { createKamiwaza } from '@uat/sdk';
import { stubServer } from '@uat/testing';
import { describe, expect, test } from 'vitest';
import { witnessOf } from './witness.ts';

type Answers = Record<string, { status?: number; body?: unknown }>;

const healthy: Answers = {
  '/api/ping': { body: { status: 'pong' } },
  '/api/auth/health': { body: { status: 'healthy', version: '1.2.0' } },
  '/api/auth/token': { body: { access_token: 'a.b.c', expires_in: 300 } },
  '/api/auth/users/me': { body: { sub: '1', username: 'admin' } },
  '/api/node/node_status': { body: { node_id: 'n', status: 'running', message: 'well' } },
  '/api/cluster/get_running_nodes': {
    body: [
      { node_id: 'n', alive: true, resources: { CPU: 4, memory: 2 ** 31 } },
      { node_id: 'm', alive: true, resources: { CPU: 4, GPU: 1, accelerator_type: 'A' } },
    ],
  },
};

const answering =
  (answers: Answers): RequestListener =>
  ({ url = '' }, response) => {
    const { status = 200, body = {} } = answers[url] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

async function witnessing(answers: Answers, onlyReadiness = false) {
  const target = await stubServer(answering(answers));
  const ask = witnessOf({
    ...{ url: target.url, onlyReadiness, anonymous: createKamiwaza({ baseUrl: `${target.url}/api` }) },
    administrator: createKamiwaza({
      baseUrl: `${target.url}/api`,
      credentials: { kind: 'password', username: 'admin', password: 'kamiwaza' },
    }),
  });
  return { ask, target, [Symbol.asyncDispose]: () => target[Symbol.asyncDispose]() };
}

describe('a witness', () => {
  test('tells readiness, authentication, version and resources', async () => {
    await using witness = await witnessing(healthy);

    expect(await witness.ask(true)).toMatchObject({
      state: 'up',
      at: expect.stringMatching(/Z$/),
      authentication: { state: 'accepted' },
      version: '1.2.0',
      resources: [
        { state: 'sufficient', detail: 'its node reports running: well' },
        { state: 'sufficient', detail: '2 of 2 nodes alive, CPU 8, memory 2.0 GiB, GPU 1' },
      ],
    });
  });

  test('signs in once, and not before the target has accepted the administrator', async () => {
    await using witness = await witnessing(healthy);
    const signIns = () => witness.target.requests.filter((one) => one === 'POST /api/auth/token').length;

    expect(await witness.ask(false)).not.toHaveProperty('authentication');
    expect(signIns()).toBe(0);
    for (let count = 0; count < 3; count += 1) await witness.ask(true);

    expect(signIns()).toBe(1);
  });

  test('does not renew a session that is refused, and does not ask again at once', async () => {
    await using witness = await witnessing({
      ...healthy,
      '/api/auth/users/me': { status: 401, body: { detail: 'no' } },
    });

    const [first, second] = [await witness.ask(true), await witness.ask(true)];

    expect(first.authentication).toMatchObject({ state: 'refused', detail: expect.stringContaining('401') });
    expect(second.authentication).toEqual(first.authentication);
    expect(witness.target.requests.filter((one) => one === 'GET /api/auth/users/me')).toHaveLength(1);
    expect(witness.target.requests.filter((one) => one === 'POST /api/auth/token')).toHaveLength(1);
  });

  test('says of a sign-in that gives 500 that it is broken', async () => {
    await using witness = await witnessing({ ...healthy, '/api/auth/token': { status: 500 } });

    expect((await witness.ask(true)).authentication).toMatchObject({ state: 'failed' });
  });

  test('asks once for what the target does not offer', async () => {
    const { '/api/node/node_status': _, ...rest } = healthy;
    await using witness = await witnessing({
      ...rest,
      '/api/cluster/get_running_nodes': { status: 403, body: { detail: 'no' } },
    });

    const found = [await witness.ask(true), await witness.ask(true)];

    expect(found.map(({ resources }) => resources)).toEqual([undefined, undefined]);
    expect(witness.target.requests.filter((one) => /node_status|running_nodes/.test(one))).toHaveLength(2);
  });

  test('reports a node that is not alive', async () => {
    await using witness = await witnessing({
      ...healthy,
      '/api/cluster/get_running_nodes': { body: [{ alive: true }, { alive: false }] },
    });

    expect((await witness.ask(true)).resources).toContainEqual({
      state: 'short',
      detail: '1 of 2 nodes alive',
    });
  });

  test('asks a target that is down for nothing more', async () => {
    await using witness = await witnessing({
      '/api/ping': { status: 503 },
      '/api/auth/health': { status: 503 },
    });

    expect(await witness.ask(true)).toEqual({
      at: expect.anything(),
      ...{ state: 'down', detail: expect.stringContaining('503') },
    });
  });

  test('asks for readiness only where that suffices', async () => {
    await using witness = await witnessing(healthy, true);

    await witness.ask(true);

    expect(new Set(witness.target.requests)).toEqual(new Set(['GET /api/ping']));
  });
});
