import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { isRunning } from '../../../server/is-running.ts';
import { modelFile } from '../models/model-files.ts';
import { bundledModels } from '../models/bundled-models.ts';
import { InstanceFailure } from './failure.ts';
import { startInstance, type Instance, type InstanceOptions } from './start-instance.ts';

let folder: string;
let harbour: Instance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uat-engine-'));
  harbour = await start('harbour', { slots: 2, queue: 1 });
});
afterAll(async () => {
  await harbour.stop();
  await rm(folder, { recursive: true, force: true });
});

async function optionsFor(name: string): Promise<InstanceOptions> {
  const model = bundledModels.find(({ file }) => file.startsWith(name))!;
  const { path } = await modelFile(folder, model);
  return { ...model, name: model.repository, file: path, logFile: join(folder, `${name}.log`) };
}

async function start(name: string, options: Partial<InstanceOptions> = {}): Promise<Instance> {
  return startInstance({ ...(await optionsFor(name)), ...options });
}

const call = (path: string, body?: unknown, { url, key } = harbour, signal?: AbortSignal) =>
  fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && {
      method: 'POST',
      body:
        typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    }),
    ...(signal && { signal }),
  });
const bodyOf = async (response: Response) => JSON.parse(await response.text());
const chat = (content: string, options: object = {}) =>
  call('/v1/chat/completions', { messages: [{ role: 'user', content }], temperature: 0, ...options });
const answerTo = async (content: string, options: object = {}) => {
  const body = await bodyOf(await chat(content, options));
  return {
    text: body.choices[0].message.content,
    reason: body.choices[0].finish_reason,
    tokens: body.usage.completion_tokens,
    usage: body.usage,
  };
};
const failureFrom = async (starting: Promise<Instance>) => {
  const error = await starting.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(InstanceFailure);
  return (error as InstanceFailure).failure;
};
const eventsOf = async (response: Response) =>
  (await response.text())
    .split('\n\n')
    .filter(Boolean)
    .map((line) => line.replace(/^data: /u, ''));
const load = async () => (await (await call('/health')).json()) as { taken: number; waiting: number };

describe('a chat model', () => {
  test('says a sentence that depends on the last word of the prompt, and counts its tokens', async () => {
    expect(await answerTo('Who are you?')).toMatchObject({
      text: 'Ships leave the harbour at dawn.',
      reason: 'stop',
      tokens: 6,
    });
    const { text, usage } = await answerTo('Gulls');
    expect(text).toBe('circle above every fishing boat all morning.');
    expect(usage).toEqual({ prompt_tokens: 3, completion_tokens: 7, total_tokens: 10 });
  });

  test('never varies at temperature 0, and at 1 by the seed alone', async () => {
    const of = async (seed: number, temperature: number) =>
      (await answerTo('Lanterns', { seed, temperature })).text;
    const seeds = Array.from({ length: 12 }, (_, seed) => seed * 7919 + 1);
    const cold: string[] = [];
    const warm: string[] = [];
    const again: string[] = [];
    for (const seed of seeds) {
      cold.push(await of(seed, 0));
      warm.push(await of(seed, 1));
      again.push(await of(seed, 1));
    }
    expect(new Set(cold).size).toBe(1);
    expect(new Set(warm).size).toBeGreaterThan(2);
    expect(again).toEqual(warm);
  });

  test('ends at max_tokens, at a stop text, and at the end of its context', async () => {
    expect(await answerTo('Pilots', { max_tokens: 3 })).toMatchObject({
      text: 'count wave after',
      reason: 'length',
      tokens: 3,
    });
    expect(await answerTo('Gulls', { stop: ['ry fish', 'morning'] })).toMatchObject({
      text: 'circle above eve',
      reason: 'stop',
    });
    expect(await answerTo('Pilots')).toMatchObject({ reason: 'length', tokens: 509 });
  });

  test('streams the same text token by token, with what it cost when asked', async () => {
    const events = await eventsOf(
      await chat('Gulls', { stream: true, stream_options: { include_usage: true } }),
    );
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
    const deltas = chunks.flatMap(({ choices }) =>
      choices.map(({ delta }: { delta: { content?: string } }) => delta.content ?? ''),
    );
    expect(deltas.join('')).toBe('circle above every fishing boat all morning.');
    expect(deltas.filter((delta: string) => delta !== '')).toHaveLength(7);
    expect(chunks.at(-2).choices[0].finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 7 } });

    const unasked = await eventsOf(await chat('Gulls', { stream: true }));
    expect(unasked.join('')).not.toContain('usage');
  });

  test('completes a text, tells its name, and makes no embeddings', async () => {
    expect(await (await call('/v1/completions', { prompt: 'Gulls', temperature: 0 })).json()).toMatchObject({
      object: 'text_completion',
      choices: [{ text: 'circle above every fishing boat all morning.', finish_reason: 'stop' }],
    });
    expect(await (await call('/v1/models')).json()).toMatchObject({
      data: [{ id: 'kamiwaza-tiny/harbour-chat-GGUF', object: 'model' }],
    });
    expect((await call('/v1/embeddings', { input: 'a' })).status).toBe(400);
  });
});

describe('what is refused', () => {
  const long = 'wave '.repeat(600);
  test.each([
    ['no JSON', '/v1/chat/completions', '{', 400, 'invalid_json'],
    ['no UTF-8', '/v1/chat/completions', new Uint8Array([34, 0xff, 34]), 400, 'invalid_json'],
    ['10 MB', '/v1/chat/completions', ' '.repeat(10_000_000), 400, 'request_too_large'],
    ['no messages', '/v1/chat/completions', { messages: [] }, 400, null],
    ['an unknown route', '/v1/nothing', {}, 404, 'not_found'],
    [
      'a prompt beyond the context',
      '/v1/chat/completions',
      { messages: [{ role: 'user', content: long }] },
      400,
      'context_length_exceeded',
    ],
    [
      'a streamed one, too',
      '/v1/completions',
      { prompt: long, stream: true },
      400,
      'context_length_exceeded',
    ],
    ['two answers', '/v1/completions', { prompt: 'a', n: 2 }, 400, null],
    ['too hot', '/v1/completions', { prompt: 'a', temperature: 3 }, 400, null],
  ])('%s', async (_, path, body, status, code) => {
    const response = await call(path, body);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { error: { message: expect.any(String), type: 'invalid_request_error', code } },
    ]);
  });

  test('a caller without the key', async () => {
    expect((await call('/v1/models', undefined, { ...harbour, key: 'wrong' })).status).toBe(401);
  });
});

describe('many at once', () => {
  test('take slots, wait in line, and are sent away beyond it; who leaves makes room at once', async () => {
    await using slow = await start('harbour', {
      slots: 1,
      queue: 1,
      tokenMilliseconds: 50,
      logFile: join(folder, 'slow.log'),
    });
    const ask = (prompt: string, signal?: AbortSignal) =>
      call('/v1/completions', { prompt, temperature: 0, stream: true }, slow, signal);
    const loadOf = async () => (await (await call('/health', undefined, slow)).json()) as object;
    const leaving = new AbortController();
    // Would go on for half a minute.
    const endless = await ask('Pilots', leaving.signal);
    const waiting = ask('Gulls');
    await expect.poll(loadOf).toMatchObject({ taken: 1, waiting: 1 });
    const beyond = await ask('Gulls');
    expect([beyond.status, beyond.headers.get('retry-after')]).toEqual([503, '1']);

    leaving.abort();

    await expect(endless.text()).rejects.toThrow(/abort/iu);
    const events = await eventsOf(await waiting);
    expect(events).toHaveLength(9);
    await expect.poll(loadOf).toMatchObject({ taken: 0, waiting: 0 });
  });

  test('get their own answers', async () => {
    await using wide = await start('harbour', { slots: 4, logFile: join(folder, 'wide.log') });
    const first = ['Gulls', 'Sailors', 'Storms', 'hello'];
    const prompts = [...first, ...first];
    const ask = async (prompt: string) => {
      const body = await bodyOf(await call('/v1/completions', { prompt, temperature: 0 }, wide));
      return body.choices[0].text;
    };
    const alone: string[] = [];
    for (const prompt of prompts) alone.push(await ask(prompt));

    expect(await Promise.all(prompts.map(ask))).toEqual(alone);

    expect(new Set(alone).size).toBe(4);
  });

  test('leave no slot taken', async () => {
    expect(await load()).toMatchObject({ taken: 0, waiting: 0 });
  });
});

test('an embedding model gives each text a vector of its own, of length 1', async () => {
  await using compass = await start('compass');
  const texts = [
    'Gulls circle above every boat',
    'Gulls circle above every tree',
    'Planets orbit',
    'a b',
    'b a',
  ];
  const body = await bodyOf(await call('/v1/embeddings', { input: [...texts, texts[0]] }, compass));
  const vectors: number[][] = body.data.map(({ embedding }: { embedding: number[] }) => embedding);
  const near = (a: number, b: number) =>
    vectors[a]!.reduce((sum, value, index) => sum + value * vectors[b]![index]!, 0);

  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  expect(vectors[5]).toEqual(vectors[0]);
  expect(near(0, 1)).toBeGreaterThan(near(0, 2));
  expect(near(0, 1)).toBeLessThan(0.999);
  expect(near(3, 4)).toBeLessThan(0.99999);
  expect(body.usage.prompt_tokens).toBeGreaterThan(20);

  const packed = await bodyOf(
    await call('/v1/embeddings', { input: texts[0], encoding_format: 'base64' }, compass),
  );
  const floats = new Float32Array(Uint8Array.from(Buffer.from(packed.data[0].embedding, 'base64')).buffer);
  expect([...floats]).toEqual(vectors[0]!.map(Math.fround));
  expect((await call('/v1/completions', { prompt: 'a' }, compass)).status).toBe(400);
});

describe('an instance that does not start says why', () => {
  test.each([
    ['no GGUF', async () => Buffer.from('<html>Not found</html>'.repeat(50))],
    ['an empty file', async () => Buffer.alloc(0)],
    ['half a file', async (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['a spoilt header', async (whole: Buffer) => Buffer.concat([whole.subarray(0, 30), whole.subarray(60)])],
  ])('%s', async (name, spoil) => {
    const options = await optionsFor('orchard');
    const file = join(folder, `${name}.gguf`);
    await writeFile(file, await spoil(await readFile(options.file)));

    const failure = await failureFrom(startInstance({ ...options, file }));

    expect(failure.code).toBe('MODEL_LOADING_FAILURE');
  });

  test('its file is gone, it does not fit, or it takes too long', async () => {
    expect((await failureFrom(start('orchard', { file: join(folder, 'gone.gguf') }))).code).toBe(
      'MUST_REDOWNLOAD',
    );
    expect(await failureFrom(start('orchard', { memoryBudget: 1_000_000 }))).toEqual({
      code: 'NoFitError',
      message: expect.stringMatching(/^insufficient_system_memory: .* 1 MB are free/u),
    });
    const slow = start('orchard', { startSeconds: 0.2, loadDelayMilliseconds: 600_000 });
    expect((await failureFrom(slow)).code).toBe('STARTUP_TIMEOUT');
  });

  test('its caller has left', async () => {
    const leaving = new AbortController();
    const starting = start('orchard', { loadDelayMilliseconds: 600_000, signal: leaving.signal });
    leaving.abort(new Error('undeployed'));
    await expect(starting).rejects.toThrow('undeployed');
  });
});

describe('the process of an instance', () => {
  test('is missed when it is killed, with its last words', async () => {
    await using instance = await start('orchard', { runtimeEnv: { LD_LIBRARY_PATH: '/evil', MARK: 'yes' } });

    process.kill(instance.pid, 'SIGKILL');

    expect(await instance.ended).toEqual({
      code: 'CONTAINER_EXITED',
      message: expect.stringMatching(/^The engine ended by SIGKILL\..*Serving kamiwaza-tiny\/orchard/u),
    });
    expect(instance.lastLines(10).join('\n')).toContain('LD_LIBRARY_PATH');
    expect(await readFile(join(folder, 'orchard.log'), 'utf8')).toContain('Serving kamiwaza-tiny/orchard');
  });

  test('is not missed when it is stopped', async () => {
    const instance = await start('orchard');
    await instance.stop();
    expect(await instance.ended).toBeUndefined();
    expect(isRunning(instance.pid)).toBe(false);
  });

  test('dies with its parent, even when that is killed', async () => {
    const options = await optionsFor('orchard');
    const parent = fork(new URL('testing/instance-parent.ts', import.meta.url), [JSON.stringify(options)], {
      execArgv: [],
    });
    const [pid] = (await once(parent, 'message')) as [number];
    expect(isRunning(pid)).toBe(true);

    parent.kill('SIGKILL');

    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });
});
