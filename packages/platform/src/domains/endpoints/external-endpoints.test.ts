import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { testedPlatform, json, type TestedPlatform } from '../../testing/tested-platform.ts';
import { newAuthority } from '../../server/tls/issue-certificate.ts';

const api_key = 'sk-not-to-be-seen-1234567890';
let tested: TestedPlatform;
let viewer: string;

beforeAll(async () => {
  tested = await testedPlatform();
  viewer = await tested.token('testuser');
});

const discover = (body: object) =>
  tested.call('POST', '/serving/external-endpoints/discover', { token: viewer, ...json(body) });

async function listening(server: Server, scheme = 'http'): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const provider = (listener: RequestListener) => listening(createServer(listener));
const answering = (status: number, body: unknown, headers = {}) =>
  provider((_request, response) => response.writeHead(status, headers).end(JSON.stringify(body)));

describe('an endpoint', () => {
  test.each(['', '/', '/v1', '/v1/'])('is asked for its models with the key: %j', async (suffix) => {
    const heard: unknown[] = [];
    const url = await provider(({ url: path, headers }, response) => {
      heard.push([path, headers.authorization]);
      response.end(JSON.stringify({ data: [{ id: 'one' }, { id: 'two' }] }));
    });

    const { status, body } = await discover({ base_url: `${url}${suffix}`, api_key });

    expect(heard).toEqual([['/v1/models', `Bearer ${api_key}`]]);
    expect([status, body]).toMatchObject([
      200,
      { available_models: [{ id: 'one', protocol: 'openai_compatible' }, { id: 'two' }] },
    ]);
  });

  test('of LiteLLM tells what its models are for', async () => {
    const url = await answering(200, {
      data: [{ model_name: 'e', litellm_params: { model: 'x/e' }, model_info: { mode: 'embedding' } }],
    });
    const { body } = await discover({ base_url: url, api_key, provider: 'litellm' });
    expect(body.available_models).toMatchObject([{ id: 'e', underlying_model: 'x/e', purpose: 'embedding' }]);
  });

  test('of Azure is asked in its own way', async () => {
    const heard: unknown[] = [];
    const url = await provider(({ url: path, headers }, response) => {
      heard.push([path?.split('?')[0], headers['api-key'], headers.authorization]);
      response.end(JSON.stringify({ data: [{ id: 'mine', model: 'gpt' }] }));
    });
    const { body } = await discover({ base_url: url, api_key, provider: 'azure' });
    expect(heard).toEqual([['/openai/deployments', api_key, undefined]]);
    expect(body.available_models).toMatchObject([
      { id: 'mine', protocol: 'azure_foundry', underlying_model: 'gpt' },
    ]);
  });

  test.each([
    [401, 502, 'invalid_credentials'],
    [403, 502, 'invalid_credentials'],
    [404, 502, 'not_found'],
    [429, 429, 'rate_limited'],
    [500, 502, 'upstream_error'],
    [200, 502, 'upstream_error'],
  ])('that answers %i is reported as %i %s, without its own words', async (given, status, error) => {
    const url = await answering(given, { message: `the key ${api_key} is wrong` });

    const answer = await discover({ base_url: url, api_key });

    expect([answer.status, answer.body]).toMatchObject([status, { error, status: given }]);
    expect(JSON.stringify(answer.body)).not.toContain(api_key);
  });

  test('that redirects is not followed', async () => {
    let followed = 0;
    const elsewhere = await provider((_request, response) => {
      followed += 1;
      response.end('{"data":[]}');
    });
    const url = await answering(302, {}, { location: `${elsewhere}/v1/models` });

    const { status, body } = await discover({ base_url: url, api_key });

    expect([status, body.error, followed]).toEqual([502, 'upstream_error', 0]);
  });

  test('that does not answer in time, hangs up, or is not there is told apart', async () => {
    const silent = await provider(() => undefined);
    const rude = await provider((request) => request.socket.destroy());
    const gone = await provider(() => undefined);
    const endless = await provider((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', pour);
      };
      pour();
    });
    const [slow, hung, blocked, long] = await Promise.all([
      discover({ base_url: silent, api_key }),
      discover({ base_url: rude, api_key }),
      discover({ base_url: gone.replace(/\d+$/, '9'), api_key }),
      discover({ base_url: endless, api_key }),
    ]);

    expect([slow.status, slow.body.error]).toEqual([504, 'timeout']);
    expect([hung.status, hung.body.error]).toEqual([502, 'upstream_error']);
    expect([blocked.status, blocked.body.error]).toEqual([502, 'network_blocked']);
    expect([long.status, long.body.error]).toEqual([502, 'upstream_error']);
  });

  test('with a self-signed certificate is not trusted', async () => {
    const server = createSecureServer(await newAuthority(), (_request, response) => response.end('{}'));
    const url = await listening(server, 'https');

    const { status, body } = await discover({ base_url: url, api_key });

    expect([status, body.error]).toEqual([502, 'tls_error']);
  });

  test.each(['http://169.254.169.254', 'http://0.0.0.0:9', 'http://[::]', 'http://no.such.host.invalid'])(
    'at %s is never requested',
    async (base_url) => {
      const { status, body } = await discover({ base_url, api_key });
      expect([status, body.error]).toEqual([502, 'network_blocked']);
    },
  );
});

describe('a question that cannot be asked', () => {
  test.each([
    { api_key },
    { base_url: 'ftp://host', api_key },
    { base_url: 'http://host' },
    { base_url: 'http://host', api_key, credential_secret_urn: 'urn:secret:very-secret' },
    { base_url: 'http://host', api_key: `${api_key}\nx` },
    { base_url: 'http://host', api_key, provider: 'nobody' },
    { base_url: 'http://host', credential_secret_urn: 'urn:secret:very-secret' },
  ])('is refused, and its secrets are kept: %#', async (body) => {
    const answer = await discover(body);

    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).not.toMatch(/not-to-be-seen|very-secret/);
  });
});
