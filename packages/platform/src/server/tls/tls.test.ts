import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingMessage } from 'node:http';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startPlatform, type Platform } from '../start-platform.ts';
import { tlsIdentity } from './tls-identity.ts';

let scratch: string;
let platform: Platform;
let ca: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'uat-platform-tls-'));
  platform = await startPlatform({ tls: true });
  ca = await readFile(platform.ca ?? '', 'utf8');
});
afterAll(async () => {
  await platform.close();
  await rm(scratch, { recursive: true });
});

async function ask(path: string, { trusted = ca, form }: { trusted?: string; form?: object } = {}) {
  const body = form && new URLSearchParams({ ...form }).toString();
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    request(
      `${platform.url}${path}`,
      { method: body === undefined ? 'GET' : 'POST', ca: trusted, headers },
      done,
    )
      .on('error', failed)
      .end(body);
  });
  return { headers: answer.headers, status: answer.statusCode, body: await text(answer) };
}

test('a client that trusts the authority signs in over https, and issuer and cookies follow', async () => {
  expect(platform.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const { status, body } = await ask('/api/auth/token', {
    form: { username: 'admin', password: 'kamiwaza' },
  });
  const { issuer } = JSON.parse((await ask('/realms/kamiwaza/.well-known/openid-configuration')).body);
  const login = await ask('/api/auth/login');

  expect(status).toBe(200);
  const claims = JSON.parse(Buffer.from(JSON.parse(body).access_token.split('.')[1], 'base64url').toString());
  expect([claims.iss, issuer]).toEqual([
    `${platform.url}/realms/kamiwaza`,
    `${platform.url}/realms/kamiwaza`,
  ]);
  expect(login.headers.location).toMatch(`${platform.url}/realms/kamiwaza/`);
  expect(login.headers['set-cookie']?.every((cookie) => /; secure/i.test(cookie))).toBe(true);
});

test('a client that does not is refused by its own check', async () => {
  const stranger = await tlsIdentity(join(scratch, 'stranger'), ['127.0.0.1']);

  await expect(ask('/api/ping', { trusted: stranger.ca })).rejects.toThrow(/certificate/);
});

test('an identity stays over a restart and follows the hosts; its authority stays in any case', async () => {
  const folder = join(scratch, 'kept');
  const first = await tlsIdentity(folder, ['127.0.0.1', 'localhost']);
  const again = await tlsIdentity(folder, ['127.0.0.1', 'localhost']);
  const other = await tlsIdentity(folder, ['127.0.0.1', 'uat.example.com']);

  expect(again).toEqual(first);
  expect([other.ca, other.cert === first.cert]).toEqual([first.ca, false]);
});
