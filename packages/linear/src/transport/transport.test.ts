import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { LinearError } from '../failure/linear-error.ts';
import type { Operation } from '../operations/operation.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTransport, type TransportOptions } from './transport.ts';

const read: Operation<{ id: string }, { value: string }> = {
  name: 'Read',
  document: 'query Read($id: String!) { value(id: $id) }',
  points: () => 1,
  repeat: 'safe',
  answer: z.object({ value: z.string() }),
};
const move: Operation<{ id: string }, { value: string }> = { ...read, name: 'Move', repeat: 'once' };

type Reply = Response | Error | 'never';
const good = () => Response.json({ data: { value: 'yes' } });
const limited = (headers: Record<string, string> = {}) =>
  Response.json(
    { errors: [{ message: 'x', extensions: { code: 'RATELIMITED' } }] },
    { status: 400, headers },
  );
const down = () => new Response('<html>', { status: 503 });

/** A transport with these responses, in turn; the last one repeats. */
function transportWith(replies: (() => Reply)[], options: Partial<TransportOptions> = {}) {
  const clock = createFakeClock();
  const sent: { url: string; init: RequestInit; at: number }[] = [];
  const fetch = (url: unknown, init: RequestInit = {}) => {
    sent.push({ url: String(url), init, at: clock.now() });
    const reply = (replies[sent.length - 1] ?? replies.at(-1))?.() ?? 'never';
    if (reply instanceof Error) return Promise.reject(reply);
    if (reply !== 'never') return Promise.resolve(reply);
    return new Promise<Response>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  };
  const transport = createTransport({
    apiUrl: 'https://api.linear.app/graphql',
    credentials: { token: 'tok' },
    clock,
    fetch,
    random: () => 0,
    timeoutMs: 10_000,
    attempts: 3,
    longestWaitMs: 5_000,
    reserve: 0.2,
    breaker: {},
    onRequest: () => undefined,
    ...options,
  });
  return { transport, clock, sent };
}

/** The outcome of a call, with the clock advanced until it ends. */
async function outcome<T>(clock: ReturnType<typeof createFakeClock>, call: Promise<T>, ms = 60_000) {
  const settled = call.then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error: error as LinearError }),
  );
  await clock.advance(ms);
  return settled;
}

describe('a call', () => {
  test('is sent with the token, the document and the variables, and follows no redirect', async () => {
    const { transport, clock, sent } = transportWith([good]);

    await outcome(clock, transport.ask(read, { id: 'ENG-1' }));

    const { url, init } = sent[0]!;
    expect(url).toBe('https://api.linear.app/graphql');
    expect(init).toMatchObject({
      method: 'POST',
      redirect: 'error',
      headers: { authorization: 'Bearer tok' },
    });
    expect(JSON.parse(init.body as string)).toEqual({ query: read.document, variables: { id: 'ENG-1' } });
  });

  test('carries an API key unchanged', async () => {
    const { transport, clock, sent } = transportWith([good], { credentials: { apiKey: 'lin_api_1' } });

    await outcome(clock, transport.ask(read, { id: '1' }));

    expect(sent[0]!.init.headers).toMatchObject({ authorization: 'lin_api_1' });
  });

  test('requests a renewable token before each attempt', async () => {
    let asked = 0;
    const { transport, clock, sent } = transportWith([down, good], {
      credentials: { token: () => `tok${(asked += 1)}` },
    });

    await outcome(clock, transport.ask(read, { id: '1' }));

    expect(sent.map(({ init }) => (init.headers as Record<string, string>)['authorization'])).toEqual([
      'Bearer tok1',
      'Bearer tok2',
    ]);
  });

  test.each([
    ['an outage', down],
    ['a broken connection', () => Object.assign(new TypeError('x'), { cause: { code: 'ECONNRESET' } })],
    ['no answer in time', () => 'never' as const],
  ])('is retried after %s', async (_case, failure) => {
    const { transport, clock, sent } = transportWith([failure, failure, good]);

    expect(await outcome(clock, transport.ask(read, { id: '1' }))).toMatchObject({ value: { value: 'yes' } });
    expect(sent).toHaveLength(3);
  });

  test('is given up after its attempts, and says when to try again', async () => {
    const { transport, clock, sent } = transportWith([down]);

    const { error } = await outcome(clock, transport.ask(read, { id: '1' }));

    expect(error).toBeInstanceOf(LinearError);
    expect(error).toMatchObject({
      reason: 'unavailable',
      mayPass: true,
      kind: 'infrastructure',
      exitCode: 3,
    });
    expect(error?.retryAt).toBeGreaterThan(sent.at(-1)!.at);
    expect(sent).toHaveLength(3);
  });

  test('that could overwrite a person is not retried if it may have been carried out', async () => {
    for (const failure of [down, () => 'never' as const]) {
      const { transport, clock, sent } = transportWith([failure, good]);

      const { error } = await outcome(clock, transport.ask(move, { id: '1' }));

      expect(error?.failure.applied).toBe('unknown');
      expect(sent).toHaveLength(1);
    }
  });

  test('that could overwrite a person is retried if it was certainly not carried out', async () => {
    const refused = () => Object.assign(new TypeError('x'), { cause: { code: 'ECONNREFUSED' } });
    const { transport, clock, sent } = transportWith([refused, good]);

    expect(await outcome(clock, transport.ask(move, { id: '1' }))).toMatchObject({ value: { value: 'yes' } });
    expect(sent).toHaveLength(2);
  });

  test('sits out a short rate limit, and hands back a long one with its time', async () => {
    const short = transportWith([() => limited({ 'retry-after': '3' }), good]);
    expect(await outcome(short.clock, short.transport.ask(read, { id: '1' }))).toMatchObject({
      value: { value: 'yes' },
    });
    expect(short.sent[1]!.at - short.sent[0]!.at).toBeGreaterThanOrEqual(3_000);

    const long = transportWith([() => limited({ 'retry-after': '600' }), good]);
    const { error } = await outcome(long.clock, long.transport.ask(read, { id: '1' }));
    expect(error).toMatchObject({ reason: 'rate-limited' });
    expect(error!.retryAt! - long.sent[0]!.at).toBeGreaterThanOrEqual(600_000);
    expect(long.sent).toHaveLength(1);
  });

  test('is not sent while a rate limit lasts, and is afterwards', async () => {
    const { transport, clock, sent } = transportWith([() => limited({ 'retry-after': '600' }), good]);
    await outcome(clock, transport.ask(read, { id: '1' }), 1_000);

    const { error } = await outcome(clock, transport.ask(read, { id: '1' }), 1_000);
    expect(error).toMatchObject({ reason: 'circuit-open', mayPass: true });
    expect(transport.report().breaker.kind).toBe('open');
    await clock.advance(600_000);
    expect(await outcome(clock, transport.ask(read, { id: '1' }))).toMatchObject({ value: { value: 'yes' } });
    expect(sent).toHaveLength(2);
  });

  test('stays out of the reserve that essential calls need', async () => {
    const tight = () =>
      Response.json(
        { data: { value: 'yes' } },
        { headers: { 'x-ratelimit-requests-limit': '100', 'x-ratelimit-requests-remaining': '15' } },
      );
    const { transport, clock, sent } = transportWith([tight]);
    await outcome(clock, transport.ask(read, { id: '1' }));
    await outcome(clock, transport.ask(read, { id: '1' }), 0);

    const { error } = await outcome(clock, transport.ask(read, { id: '1' }), 1_000);
    expect(error).toMatchObject({ reason: 'budget', retryAt: expect.any(Number) });
    expect(await outcome(clock, transport.ask(read, { id: '1' }, { priority: 'essential' }))).toMatchObject({
      value: { value: 'yes' },
    });
    expect(sent).toHaveLength(3);
  });

  test('can be aborted by its caller, while it waits for a response or for its turn', async () => {
    const stop = new AbortController();
    const hanging = transportWith([() => 'never']);
    const waiting = transportWith([down]);
    const calls = [
      outcome(hanging.clock, hanging.transport.ask(read, { id: '1' }, { signal: stop.signal }), 100),
      outcome(waiting.clock, waiting.transport.ask(read, { id: '1' }, { signal: stop.signal }), 100),
    ];
    await hanging.clock.advance(0);
    stop.abort();

    for (const { error } of await Promise.all(calls)) expect(error).toMatchObject({ reason: 'cancelled' });
    const { error } = await outcome(
      hanging.clock,
      hanging.transport.ask(read, { id: '1' }, { signal: stop.signal }),
    );
    expect(error?.failure.applied).toBe('no');
    expect(hanging.sent).toHaveLength(1);
  });

  test('fails on a response of another shape, and says where, not what', async () => {
    const { transport, clock } = transportWith([
      () => Response.json({ data: { value: { title: 'SECRET' } } }),
    ]);

    const { error } = await outcome(clock, transport.ask(read, { id: '1' }));

    expect(error).toMatchObject({ reason: 'unexpected-answer', failure: { where: 'value' } });
    expect(error?.message).not.toContain('SECRET');
  });

  test('leaves no sleeper behind', async () => {
    const { transport, clock } = transportWith([good]);

    await transport.ask(read, { id: '1' });

    expect(clock.nextWake()).toBeUndefined();
  });
});

describe('a transport', () => {
  test.each([
    ['http://api.linear.app/graphql', 'clear text'],
    ['http://127.0.0.1.example.com/graphql', 'clear text'],
    ['ftp://localhost/graphql', 'clear text'],
    ['linear', 'not a URL'],
  ])('does not send a token to %s', (apiUrl, said) => {
    expect(() => transportWith([good], { apiUrl })).toThrow(said);
  });

  test.each([
    'http://localhost:1/graphql',
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'https://linear.example/graphql',
  ])('may send it to %s', (apiUrl) => {
    expect(() => transportWith([good], { apiUrl })).not.toThrow();
  });

  test.each(['', 'a b', 'tok\n'])('rejects a token like %j', async (token) => {
    const { transport, clock } = transportWith([good], { credentials: { token } });

    const { error } = await outcome(clock, transport.ask(read, { id: '1' }));

    expect(error).toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining('token for Linear'),
    });
  });
});
