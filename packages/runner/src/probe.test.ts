import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { probe } from './probe.ts';

/** Serves `answer` on a free port until disposed, and remembers what was asked for. */
async function serving(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

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
    await using target = await serving((_request, response) => response.writeHead(status).end());

    const answer = await probe(target.url);

    expect(answer).toEqual({ state, detail: `GET ${target.url}/api/ping answered ${status}` });
    expect(target.asked).toEqual(['GET /api/ping']);
  });

  test('a redirect is not followed and means down', async () => {
    await using target = await serving((_request, response) =>
      response.writeHead(302, { location: '/login' }).end(),
    );

    const answer = await probe(target.url);

    expect(answer).toMatchObject({ state: 'down', detail: expect.stringContaining('answered 302') });
    expect(target.asked).toEqual(['GET /api/ping']);
  });
});

describe('a target that gives no answer is down', () => {
  test('within its time', async () => {
    await using target = await serving(() => undefined);

    expect(await probe(target.url, { timeoutMs: 50 })).toEqual({
      state: 'down',
      detail: `GET ${target.url}/api/ping failed: no answer within 0.05 s`,
    });
  });

  test('when nobody listens', async () => {
    const target = await serving(() => undefined);
    await target[Symbol.asyncDispose]();

    expect(await probe(target.url)).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('when it hangs up', async () => {
    await using target = await serving((request) => request.socket.destroy());

    expect(await probe(target.url)).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('failed: '),
    });
  });

  test('when it does not speak TLS as its address says', async () => {
    await using target = await serving((_request, response) => response.end());

    expect(await probe(target.url.replace('http:', 'https:'))).toMatchObject({ state: 'down' });
  });

  test('when its host has no address', async () => {
    expect(await probe('http://kamiwaza.invalid')).toMatchObject({
      state: 'down',
      detail: expect.stringMatching(/^GET http:\/\/kamiwaza\.invalid\/api\/ping failed: /),
    });
  });
});
