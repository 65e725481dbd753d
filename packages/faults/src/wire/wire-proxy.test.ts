import type { RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { stubServer } from '@uat/testing';
import { expect, onTestFinished, test } from 'vitest';
import type { Middleware } from './exchange.ts';
import { rewriteOrigin } from './rewrite-origin.ts';
import { upstream } from './upstream.ts';
import { openWireProxy } from './wire-proxy.ts';

type Answer = (...exchange: Parameters<RequestListener>) => void | Promise<void>;

/** A stub target below a path, behind a proxy. */
async function behindProxy({
  answer,
  middlewares = [],
  below = '',
}: {
  answer: Answer;
  middlewares?: Middleware[];
  below?: string;
}) {
  const stub = await stubServer((...exchange) => void answer(...exchange));
  const proxy = await openWireProxy({ middlewares });
  const target = `${stub.url}${below}`;
  const rewrite = rewriteOrigin({ proxy: proxy.url, target });
  proxy.forwardTo((request) => rewrite(request, upstream(target)));
  onTestFinished(async () => {
    await proxy[Symbol.asyncDispose]();
    await stub[Symbol.asyncDispose]();
  });
  return { proxy: proxy.url, target };
}

const echo: Answer = async (request, response) => {
  const body = await Array.fromAsync(request);
  const { method, url, headers } = request;
  response.setHeader('content-type', 'text/plain');
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(body).toString() }));
};

test('a request arrives as it was sent, for the host of the target', async () => {
  const { proxy, target } = await behindProxy({ answer: echo, below: '/kamiwaza' });

  const answer = await fetch(`${proxy}/api/ping?a=1`, {
    method: 'POST',
    headers: { origin: proxy, referer: `${proxy}/models`, 'x-odd': 'kept' },
    body: 'hello',
  });

  expect(await answer.json()).toMatchObject({
    method: 'POST',
    url: '/kamiwaza/api/ping?a=1',
    headers: {
      host: new URL(target).host,
      origin: new URL(target).origin,
      referer: `${target}/models`,
      'x-odd': 'kept',
    },
    body: 'hello',
  });
});

test('a way back that the query names leads to the target', async () => {
  const { proxy, target } = await behindProxy({ answer: echo });

  const back = encodeURIComponent(`${proxy}/api/auth/callback`);
  const answer = await fetch(`${proxy}/realms/kamiwaza/auth?redirect_uri=${back}`);

  const { url } = (await answer.json()) as { url: string };
  expect(new URL(url, target).searchParams.get('redirect_uri')).toBe(`${target}/api/auth/callback`);
});

test('redirects and cookies of the target lead to the proxy', async () => {
  const { proxy } = await behindProxy({
    below: '/kamiwaza',
    answer(request, response) {
      const here = `http://${request.headers.host}/kamiwaza`;
      const back = encodeURIComponent(`${here}/callback`);
      response.setHeader('set-cookie', [
        'access_token=a; Path=/kamiwaza/api; Domain=example.com; Secure; HttpOnly; SameSite=Lax',
        'state=b; Path=/',
      ]);
      response.writeHead(302, { location: `${here}/login?back=${back}` }).end();
    },
  });

  const answer = await fetch(`${proxy}/models`, { redirect: 'manual' });

  const back = encodeURIComponent(`${proxy}/callback`);
  expect(answer.headers.get('location')).toBe(`${proxy}/login?back=${back}`);
  expect(answer.headers.getSetCookie()).toEqual([
    'access_token=a; Path=/api; Secure; HttpOnly; SameSite=Lax',
    'state=b; Path=/',
  ]);
});

test('text names the proxy, but for the issuer that tokens are signed for and for other hosts', async () => {
  const { proxy, target } = await behindProxy({
    answer(request, response) {
      const here = `http://${request.headers.host}`;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ issuer: here, token_endpoint: `${here}/token`, other: `${here}0/token` }),
      );
    },
  });

  const answer = await fetch(`${proxy}/.well-known/openid-configuration`);

  expect(await answer.json()).toEqual({
    issuer: target,
    token_endpoint: `${proxy}/token`,
    other: `${target}0/token`,
  });
});

test('middlewares see a request in their order, and the response the other way', async () => {
  const seen: string[] = [];
  const named =
    (name: string): Middleware =>
    async (request, next) => {
      seen.push(`${name} request`);
      const response = await next(request);
      seen.push(`${name} response`);
      return { ...response, body: Buffer.from(`${response.body.toString()} ${name}`) };
    };
  const { proxy } = await behindProxy({
    answer: (_, response) => void response.end('target'),
    middlewares: [named('outer'), named('inner')],
  });

  expect(await (await fetch(proxy)).text()).toBe('target inner outer');
  expect(seen).toEqual(['outer request', 'inner request', 'inner response', 'outer response']);
});

test('events pass as they arrive', async () => {
  const rest = Promise.withResolvers<void>();
  const { proxy } = await behindProxy({
    async answer(_, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      await rest.promise;
      response.end('data: 2\n\n');
    },
  });

  const answer = await fetch(proxy);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();

  expect((await reader?.read())?.value).toBe('data: 1\n\n');
  rest.resolve();
  expect((await reader?.read())?.value).toBe('data: 2\n\n');
});

test('a client that leaves is missed by the target', async () => {
  const isGone = Promise.withResolvers<void>();
  const { proxy } = await behindProxy({
    answer(_, response) {
      response.on('close', isGone.resolve);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
    },
  });

  const leaving = new AbortController();
  const answer = await fetch(proxy, { signal: leaving.signal });
  leaving.abort();

  expect(answer.status).toBe(200);
  await expect(Promise.race([isGone.promise, setTimeout(5_000, 'still there')])).resolves.toBeUndefined();
});

test.each([
  { method: 'HEAD', status: 200 },
  { method: 'GET', status: 204 },
  { method: 'GET', status: 304 },
])('$method with $status has no body', async ({ method, status }) => {
  const { proxy } = await behindProxy({
    answer: (_, response) => void response.writeHead(status, { etag: '"1"' }).end(),
  });

  const answer = await fetch(proxy, { method });

  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([status, '"1"', '']);
});

test('a target that is gone breaks the connection', async () => {
  const { proxy } = await behindProxy({ answer: (request) => void request.socket.destroy() });

  await expect(fetch(proxy)).rejects.toThrow('fetch failed');
});
