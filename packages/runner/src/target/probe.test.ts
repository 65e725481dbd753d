import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { stubServer } from '@uat/testing';
import { probe } from './probe.ts';

describe('a target is asked for its ping', () => {
  test.each([
    { status: 200, state: 'up' },
    { status: 204, state: 'up' },
    { status: 401, state: 'up' },
    { status: 403, state: 'up' },
    { status: 404, state: 'down' },
    { status: 429, state: 'down' },
    { status: 500, state: 'down' },
    { status: 503, state: 'down' },
  ])('$status means $state', async ({ status, state }) => {
    await using target = await stubServer((_request, response) => response.writeHead(status).end());

    const answer = await probe(target.url, { pauseMs: 0 });

    expect(answer).toEqual({ state, detail: `GET ${target.url}/api/ping answered ${status}` });
    expect(target.requests).toEqual(['GET /api/ping', 'GET /api/ping']);
  });

  test('a redirect is not followed and means down', async () => {
    await using target = await stubServer((_request, response) =>
      response.writeHead(302, { location: '/login' }).end(),
    );

    const answer = await probe(target.url, { pauseMs: 0 });

    expect(answer).toMatchObject({ state: 'down', detail: expect.stringContaining('answered 302') });
    expect(new Set(target.requests)).toEqual(new Set(['GET /api/ping']));
  });
});

describe('a target that gives no answer is down', () => {
  test('within its time', async () => {
    await using target = await stubServer(() => undefined);

    expect(await probe(target.url, { timeoutMs: 50 })).toEqual({
      state: 'down',
      detail: `GET ${target.url}/api/ping failed: no answer within 0.05 s`,
    });
  });

  test('when no server listens', async () => {
    const target = await stubServer(() => undefined);
    await target[Symbol.asyncDispose]();

    expect(await probe(target.url)).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('when it hangs up', async () => {
    await using target = await stubServer((request) => request.socket.destroy());

    expect(await probe(target.url)).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('failed: '),
    });
  });

  test('when it does not speak TLS as its address says', async () => {
    await using target = await stubServer((_request, response) => response.end());

    expect(await probe(target.url.replace('http:', 'https:'))).toMatchObject({ state: 'down' });
  });

  test('when its host has no address', async () => {
    expect(await probe('http://kamiwaza.invalid')).toMatchObject({
      state: 'down',
      detail: expect.stringMatching(/^GET http:\/\/kamiwaza\.invalid\/api\/ping failed: /),
    });
  });
});

describe('a single answer decides nothing', () => {
  test.each([
    { statuses: [503, 200, 200], state: 'up' },
    { statuses: [200, 503, 503], state: 'down' },
    { statuses: [200, 503, 200, 200], state: 'up' },
    { statuses: [503, 200, 503, 200, 503], state: 'down' },
    { statuses: [200, 503, 200, 503, 200], state: 'down' },
  ])('$statuses is $state', async ({ statuses, state }) => {
    const left = [...statuses];
    await using target = await stubServer((_request, response) =>
      response.writeHead(left.shift() ?? 500).end(),
    );

    const answer = await probe(target.url, { pauseMs: 0 });

    expect({ state: answer.state, left }).toEqual({ state, left: [] });
  });
});

describe('a process that stands still', () => {
  /** A target in a thread of its own, which answers each question after `ms` while this thread may stand still. */
  async function answeringAfter(ms: number) {
    const source = `
      const { parentPort } = require('node:worker_threads');
      const server = require('node:http').createServer((request, response) => setTimeout(() => response.end('{}'), ${ms}));
      server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;
    const worker = new Worker(source, { eval: true });
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    return {
      url: `http://127.0.0.1:${port}`,
      async [Symbol.asyncDispose]() {
        await worker.terminate();
      },
    };
  }

  const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

  test('does not take its own delay for the target’s', async () => {
    await using target = await answeringAfter(150);

    const asked = probe(target.url, { timeoutMs: 400, pauseMs: 0 });
    standStill(600);
    const still = setInterval(() => standStill(600), 1);
    const answer = await asked;
    clearInterval(still);

    expect(answer).toMatchObject({ state: 'up' });
  });

  test('still gives up on a target that is slower than it may be', async () => {
    await using target = await answeringAfter(1_500);

    expect(await probe(target.url, { timeoutMs: 300, pauseMs: 0 })).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('no answer within 0.3 s'),
    });
  });
});
