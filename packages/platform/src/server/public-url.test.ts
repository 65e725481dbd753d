import { createServer, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import getPort from 'get-port';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { StartError } from './errors/start-error.ts';
import { startPlatform, type Platform } from './start-platform.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { signInByForm } from '../testing/sign-in-by-form.ts';

// A proxy that forwards everything but changes the Host header, as most do unless they are told otherwise.
const proxy = createServer((incoming, outgoing) => {
  const { port } = new URL(inside);
  const headers = { ...incoming.headers, host: 'upstream.internal', 'x-forwarded-host': 'evil.example' };
  const forwarded = request(
    { host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    },
  );
  incoming.pipe(forwarded);
});

let platform: Platform;
let inside: string;
let outside: string;

beforeAll(async () => {
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  outside = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  const port = await getPort({ host: '127.0.0.1' });
  inside = `http://127.0.0.1:${port}`;
  platform = await startPlatform({ publicUrl: outside, port });
});

afterAll(async () => {
  await platform.close();
  proxy.closeAllConnections();
  proxy.close();
});

test('the platform names its public address', async () => {
  expect(platform.url).toBe(outside);
});

test('a browser signs in and out behind the proxy without ever leaving the public address', async () => {
  const browser = createFakeBrowser();
  const { trail } = await browser.follow(`${outside}/api/auth/login`);
  expect(new Set(trail.map(({ origin }) => origin))).toEqual(new Set([outside]));

  expect((await signInByForm(browser, outside, { username: 'admin', password: 'kamiwaza' })).origin).toBe(
    outside,
  );

  const out = await browser.visit(`${outside}/api/auth/logout`, { method: 'POST' });
  expect(((await out.json()) as { front_channel_logout_url: string }).front_channel_logout_url).toMatch(
    outside,
  );
});

test('issuer and endpoints are the public ones, whatever host is asked', async () => {
  const answer = await fetch(`${inside}/realms/kamiwaza/.well-known/openid-configuration`);
  const { issuer, token_endpoint } = (await answer.json()) as Record<string, string>;

  expect(issuer).toBe(`${outside}/realms/kamiwaza`);
  expect(token_endpoint).toBe(`${outside}/realms/kamiwaza/protocol/openid-connect/token`);
});

test('over https every cookie is secure', async () => {
  const port = await getPort({ host: '127.0.0.1' });
  await using secure = await startPlatform({ publicUrl: 'https://uat.example.com', port });
  expect(secure.url).toBe('https://uat.example.com');
  const login = await get(port, '/api/auth/login');
  expect(login.headers.location).toMatch(/^https:\/\/uat\.example\.com\/realms\/kamiwaza\//);
  const started = await get(
    port,
    new URL(login.headers.location ?? '').href.replace('https://uat.example.com', ''),
  );

  const cookies = [...(login.headers['set-cookie'] ?? []), ...(started.headers['set-cookie'] ?? [])];
  expect(cookies.length).toBeGreaterThan(2);
  expect(cookies.filter((cookie) => !/; secure/i.test(cookie))).toEqual([]);
});

test.each([
  'uat.example.com',
  'ftp://uat.example.com',
  'https://uat.example.com/kamiwaza',
  'https://a:b@uat.example.com',
])('%s is no public address', async (publicUrl) => {
  await expect(startPlatform({ publicUrl })).rejects.toThrow(StartError);
});

function get(port: number, path: string): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port, path }, (answer) => done(answer.resume()))
      .on('error', failed)
      .end();
  });
}
