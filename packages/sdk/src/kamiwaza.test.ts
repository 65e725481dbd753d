import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Call } from './transport/call.ts';
import { loadContract, operationFor } from '@uat/contract';
import * as sdk from './index.ts';
import { sendOnce } from './transport/send-once.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport/transport.ts';
import { stubTarget, type Reply } from './testing/stub-target.ts';

const { createKamiwaza } = sdk;
const token = { kind: 'token', token: 'pat-secret' } as const;

async function answering(reply: Reply) {
  const target = await stubTarget(() => reply);
  return { api: createKamiwaza({ baseUrl: target.origin, credentials: token }), ...target };
}

describe('a call', () => {
  it('gives the typed body, and the whole response as a property', async () => {
    await using target = await answering({ body: { status: 'pong', timestamp: 1 } });

    const call = target.api.ping();

    expectTypeOf(call).resolves.toEqualTypeOf<sdk.Pong>();
    await expect(call).resolves.toEqual({ status: 'pong', timestamp: 1 });
    await expect(call.response).resolves.toMatchObject({
      operationId: 'ping',
      method: 'GET',
      path: '/ping',
      url: `${target.origin}/api/ping`,
      status: 200,
      contentType: 'application/json',
      body: { status: 'pong', timestamp: 1 },
      seconds: expect.any(Number),
    });
  });

  it.each([
    [401, sdk.AuthenticationError],
    [403, sdk.AuthorizationError],
    [404, sdk.NotFoundError],
    [409, sdk.ApiError],
    [500, sdk.ApiError],
  ])('rejects a %i with its own error and still gives the response', async (status, error) => {
    await using target = await answering({ status, body: { detail: 'No such luck' } });

    const call = target.api.whoami();

    await expect(call).rejects.toThrow(error);
    await expect(call).rejects.toThrow(
      new RegExp(`^${status} from GET /api/whoami: No such luck \\(request [0-9a-f-]{36}\\)$`),
    );
    await expect(call.response).resolves.toMatchObject({ status, body: { detail: 'No such luck' } });
  });

  it('names the fields of a 422 without the values that were sent', async () => {
    const detail = [
      { loc: ['body', 'ttl_seconds'], msg: 'too short', type: 'greater_than', input: 'hunter2' },
    ];
    await using target = await answering({ status: 422, body: { detail } });

    const error = await target.api.auth.createPat({ ttl_seconds: 1 }).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(sdk.ValidationError);
    expect(error).toMatchObject({
      fields: [{ path: 'body.ttl_seconds', message: 'too short', type: 'greater_than' }],
      message: expect.stringContaining('body.ttl_seconds: too short'),
    });
    expect(String(error)).not.toContain('hunter2');
  });

  it.each([200, 404])('recognizes HTML with %i', async (status) => {
    await using target = await answering({
      status,
      headers: { 'content-type': 'text/html' },
      body: '<html></html>',
    });

    const call = target.api.models.list();

    await expect(call).rejects.toThrow(sdk.NonAPIResponseError);
    await expect(call).rejects.toThrow(/HTML instead of JSON; is \/api missing/);
    await expect(call.response).resolves.toMatchObject({ status, body: '<html></html>' });
  });

  it('reports an HTML page of a broken proxy by its status', async () => {
    await using target = await answering({
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<html>',
    });

    await expect(target.api.ping()).rejects.toThrow(/^502 from GET \/api\/ping: text\/html instead of JSON/);
  });

  it('does not accept an empty 200 as data', async () => {
    await using target = await answering({ body: '' });

    await expect(target.api.auth.me()).rejects.toThrow(/an empty body instead of JSON/);
  });

  it('does not repeat a token quoted by the target', async () => {
    const detail = 'Bad token pat-secret, eyJhbGciOi.eyJzdWIi.c2ln';
    await using target = await answering({ status: 401, body: { detail } });

    await expect(target.api.auth.me()).rejects.toThrow(/Bad token \*\*\*, \*\*\* \(/);
  });

  it("sends its own request id or the caller's, and reports the target's if there is one", async () => {
    await using echo = await stubTarget(({ headers }) => ({
      body: {},
      headers: headers['x-request-id'] === 'mine' ? { 'x-request-id': 'theirs' } : {},
    }));
    const api = createKamiwaza({ baseUrl: echo.origin });

    const ids = [(await api.ping().response).requestId, (await api.ping().response).requestId];
    const theirs = await api.ping({ headers: { 'x-request-id': 'mine' } }).response;

    expect(new Set(ids).size).toBe(2);
    expect(echo.seen.map(({ headers }) => headers['x-request-id'])).toEqual([...ids, 'mine']);
    expect(theirs.requestId).toBe('theirs');
  });

  it('passes every response to onResponse', async () => {
    await using target = await stubTarget(({ url }) =>
      url.includes('token')
        ? { body: { access_token: 'a', expires_in: 60 } }
        : { status: 403, body: { detail: 'no' } },
    );
    const received: string[] = [];
    const onResponse = ({ operationId, status }: ApiResponse) =>
      void received.push(`${operationId} ${status}`);
    const credentials = { kind: 'password', username: 'u', password: 'p' } as const;

    await createKamiwaza({ baseUrl: target.origin, credentials, onResponse }).auth.me().response;

    expect(received).toEqual(['token 200', 'me 403']);
  });
});

describe('a target that does not respond', () => {
  it('is a TimeoutError after the time limit', async () => {
    await using target = await stubTarget(() => undefined);
    const call = createKamiwaza({ baseUrl: target.origin, timeoutMs: 60 }).ping();

    await expect(call).rejects.toThrow(sdk.TimeoutError);
    await expect(call).rejects.toThrow(/^GET \/api\/ping got no response within 0.06 s/);
    await expect(call.response).rejects.toThrow(sdk.TimeoutError);
  });

  it('is a TimeoutError even when an injected fetch ignores signals', async () => {
    const ignoring = () => new Promise<Response>(() => undefined);
    const api = createKamiwaza({ baseUrl: 'http://127.0.0.1', timeoutMs: 60, fetch: ignoring });

    await expect(api.ping()).rejects.toThrow(sdk.TimeoutError);
  });

  it('is unreachable when the connection is refused', async () => {
    const target = await stubTarget(() => undefined);
    await target[Symbol.asyncDispose]();

    const error = await createKamiwaza({ baseUrl: target.origin })
      .ping()
      .catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(sdk.UnreachableError);
    expect(error).toMatchObject({
      code: 'ECONNREFUSED',
      message: expect.stringMatching(/it refuses the connection/),
    });
  });

  it('is unreachable when its name does not resolve', async () => {
    const call = createKamiwaza({ baseUrl: 'http://kamiwaza.invalid' }).ping();

    await expect(call).rejects.toMatchObject({
      name: 'UnreachableError',
      code: expect.stringMatching(/ENOTFOUND|EAI/),
    });
  });

  it('reads the code from the message of an error without one', async () => {
    const wordy = () =>
      Promise.reject(new Error('apiRequestContext.fetch: connect ECONNREFUSED 127.0.0.1:9'));
    const slow = () => Promise.reject(new Error('apiRequestContext.fetch: Request timed out after 30000ms'));
    const over = (fetch: () => Promise<Response>) =>
      createKamiwaza({ baseUrl: 'http://127.0.0.1', fetch }).ping();

    await expect(over(wordy)).rejects.toMatchObject({ name: 'UnreachableError', code: 'ECONNREFUSED' });
    await expect(over(slow)).rejects.toThrow(sdk.TimeoutError);
  });

  it("rejects with the reason of the caller's own signal", async () => {
    await using target = await stubTarget(() => undefined);
    const stop = new AbortController();
    const call = createKamiwaza({ baseUrl: target.origin }).ping({ signal: stop.signal });

    stop.abort(new Error('the run is over'));

    await expect(call).rejects.toThrow('the run is over');
  });
});

describe('the bearer', () => {
  it('never follows a redirect', async () => {
    await using elsewhere = await stubTarget(() => ({ body: { status: 'pong', timestamp: 1 } }));
    const location = `${elsewhere.origin}/api/ping?state=s`;
    await using target = await answering({ status: 302, headers: { location } });

    await expect(target.api.ping()).rejects.toThrow(`a redirect to ${elsewhere.origin}/api/ping (`);

    expect(elsewhere.seen).toHaveLength(0);
  });

  it('is not sent to another origin', async () => {
    await using elsewhere = await stubTarget(() => ({ body: {} }));
    const transport: Transport = {
      baseUrl: 'http://127.0.0.1/api',
      fetch,
      timeoutMs: 1000,
      onResponse: () => undefined,
    };
    const url = `${elsewhere.origin}/api/ping`;
    const request: ApiRequest = {
      operationId: 'ping',
      path: '/ping',
      method: 'GET',
      url,
      headers: new Headers(),
    };

    await expect(sendOnce(transport, request, 'secret')).rejects.toThrow(/away from the target/);

    expect(elsewhere.seen).toHaveLength(0);
  });

  it('is sent in its header, never in a cookie, and not to open operations', async () => {
    await using target = await answering({ headers: { 'set-cookie': 'access_token=x' }, body: {} });

    await target.api.whoami();
    await target.api.auth.health();
    await target.api.whoami();

    expect(target.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer pat-secret',
      undefined,
      'Bearer pat-secret',
    ]);
    expect(target.seen.every(({ headers }) => headers.cookie === undefined)).toBe(true);
  });

  it('is not in the address that a response reports', async () => {
    await using target = await answering({ body: { access_token: 'a', expires_in: 1 } });

    const { url } = await target.api.auth.refresh({ refreshToken: 'very-secret' }).response;

    expect(target.seen[0]?.url).toBe('/api/auth/refresh?refresh_token=very-secret');
    expect(url).not.toContain('very-secret');
  });
});

describe('auth', () => {
  it('sends a sign-in as a form and a new PAT as JSON', async () => {
    await using target = await answering({ body: {} });

    await target.api.auth.token({ username: 'u', password: 'a&b' });
    await target.api.auth.createPat({ scope: 'write' });

    expect(target.seen.map(({ body, headers }) => [headers['content-type'], body])).toEqual([
      ['application/x-www-form-urlencoded', 'grant_type=password&username=u&password=a%26b'],
      ['application/json', '{"scope":"write"}'],
    ]);
  });

  it.each(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'] as const)(
    'validates with %s',
    async (verb) => {
      await using target = await answering({
        headers: { 'X-User-Id': '7', 'X-User-Roles': 'admin', server: 'x' },
      });

      const { headers } = await target.api.auth.validate({
        verb,
        method: 'DELETE',
        uri: '/api/models/',
        host: 'h',
        proto: 'https',
      });

      expect(headers).toEqual({ 'x-user-id': '7', 'x-user-roles': 'admin' });
      expect(target.seen[0]).toMatchObject({
        method: verb,
        url: '/api/auth/validate',
        headers: {
          'x-forwarded-method': 'DELETE',
          'x-forwarded-uri': '/api/models/',
          'x-forwarded-host': 'h',
          'x-forwarded-proto': 'https',
        },
      });
    },
  );

  it('validates at the other endpoints too, with the path of the held request unencoded', async () => {
    await using target = await answering({ headers: { 'X-User-Id': '7', 'X-User-Roles': 'admin' } });

    await target.api.auth.validate({ at: 'forward', uri: '/api/a' });
    await target.api.auth.validate({ at: 'path', uri: '/api/a%20b/c?d=e' });

    expect(target.seen.map(({ url, headers }) => [url, headers['x-forwarded-uri']])).toEqual([
      ['/api/auth/forward/validate', '/api/a'],
      ['/api/auth/forward/validate/api/a%20b/c?d=e', undefined],
    ]);
  });

  it('rejects a refused validation and still gives the response', async () => {
    await using target = await answering({ status: 403, body: { detail: 'Forbidden' } });

    const call = target.api.auth.validate({ uri: '/api/cluster/nodes' });

    await expect(call).rejects.toThrow(sdk.AuthorizationError);
    await expect(call.response).resolves.toMatchObject({ status: 403, operationId: 'validateGet' });
  });
});

describe('every method', () => {
  it('reports the operation id of the contract', async () => {
    const contract = await loadContract();
    await using target = await answering({ body: {} });
    const { api } = target;
    const calls: Call<unknown>[] = [
      api.ping(),
      api.whoami(),
      api.openapi(),
      api.auth.root(),
      api.auth.health(),
      api.auth.jwks(),
      api.auth.me(),
      api.auth.logout(),
      api.auth.passwordCapability(),
      api.auth.changePassword({ current_password: 'p', new_password: 'q' }),
      api.auth.token({ username: 'u', password: 'p' }),
      api.auth.refresh({ refreshToken: 'r' }),
      api.auth.patConfig(),
      api.auth.pats(),
      api.auth.createPat(),
      api.auth.revokePat('a/b'),
      api.auth.validate({ verb: 'PATCH' }),
      api.auth.validate({ verb: 'PUT', at: 'forward' }),
      api.auth.validate({ verb: 'DELETE', at: 'path', uri: '/api/models/' }),
      api.models.list({ load_files: true }),
      api.serving.status(),
      api.serving.health(),
      api.users.list(),
      api.users.get('u'),
      api.users.resolve('a/b'),
      api.users.create({ username: 'u', password: 'p' }),
      api.users.update('u', { active: false }),
      api.users.remove('u'),
      api.users.setPassword('u', 'p'),
      api.sessions.end('a/b'),
      api.sessions.purge({ subject_id: 'u' }),
      api.keys.rotate(),
      api.policy.get(),
      api.policy.set('{}'),
      api.security.publicConfig(),
      api.security.acceptConsent(),
      api.security.config(),
      api.security.setConfig({ consent_enabled: false, banner_enabled: false }),
      api.platform.log({ since: '2026-11-22T18:31:07Z', limit: 5 }),
      api.testing.clock(),
      api.testing.federatedUser({ username: 'u', password: 'p' }),
      api.testing.token({ sub: 'u' }),
      api.cluster.nodes({ active: true }),
      api.cluster.runningNodes(),
      api.activity.recent(),
      api.node.status(),
    ];

    const responses = await Promise.all(calls.map((call) => call.response));

    expect(responses.map(({ operationId }) => operationId)).toEqual(
      responses.map(({ method, path }) => contract.operations.get(`${method} ${path}`)?.operationId),
    );
    expect(responses.map(({ operationId }) => operationId)).toEqual(
      responses.map(({ method, url }) => operationFor(contract, method, new URL(url).pathname)?.operationId),
    );
  });
});
