import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { EngineError } from './engine-error.ts';
import type { EngineOptions } from './engine-options.ts';
import type { Ending, LoadedModel } from './loaded-model.ts';
import { readJson } from './read-json.ts';
import { chatRequest, completionRequest, embeddingRequest, parseRequest } from './requests.ts';
import { createSlots, type Slots } from './slots.ts';
import { chatCompletion, completion, type TextRequest } from './text-requests.ts';
import { withoutThinking } from './without-thinking.ts';

interface Serving {
  model: LoadedModel;
  options: EngineOptions;
  slots: Slots;
}

/** Serves the OpenAI protocol with a model. */
export function serveModel(model: LoadedModel, options: EngineOptions): RequestListener {
  const serving = { model, options, slots: createSlots(options.slots, options.queue) };
  return (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort(new Error('The caller is gone.')));
    answer(serving, request, response, gone.signal).catch((error: unknown) => {
      if (gone.signal.aborted) return;
      refuse(response, error);
    });
  };
}

async function answer(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const { options, slots } = serving;
  if (!mayCall(request, options.key))
    throw new EngineError(401, 'The key of this engine is missing or wrong.', { code: 'invalid_api_key' });
  const route = `${request.method} ${request.url?.split('?')[0]}`;
  const body = async () => readJson(request, options.bodyLimit);
  switch (route) {
    case 'GET /health':
      return send(response, 200, { status: 'ok', ...slots.load });
    case 'GET /v1/models':
      return send(response, 200, {
        object: 'list',
        data: [{ id: options.name, object: 'model', created: 0, owned_by: 'kamiwaza' }],
      });
    case 'POST /v1/chat/completions': {
      const asked = parseRequest(chatRequest, await body());
      const prompt = serving.model.promptOf(asked.messages);
      return write(serving, chatCompletion(asked, options.name, prompt), { response, signal });
    }
    case 'POST /v1/completions':
      return write(serving, completion(parseRequest(completionRequest, await body()), options.name), {
        response,
        signal,
      });
    case 'POST /v1/embeddings':
      return embed(serving, parseRequest(embeddingRequest, await body()), { response, signal });
    default:
      throw new EngineError(404, `There is no ${route} here.`, { code: 'not_found' });
  }
}

interface Exchange {
  response: ServerResponse;
  signal: AbortSignal;
}

async function write(serving: Serving, asked: TextRequest, { response, signal }: Exchange): Promise<void> {
  using held = new DisposableStack();
  held.use(await serving.slots.take(signal));
  const made = serving.model.generate({ ...asked.generation, signal });
  const pieces = serving.options.stripThinking ? withoutThinking(made) : made;
  if (!asked.stream) {
    let text = '';
    const ending = await forEachPiece(pieces, (piece) => {
      text += piece;
    });
    return send(response, 200, asked.answer(text, ending));
  }
  const event = async (data: object | string) => {
    if (!response.headersSent)
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    const flushed = response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
    // A reader slower than the model slows the model down, instead of filling the memory.
    if (!flushed) await once(response, 'drain', { signal });
  };
  let opened = false;
  const open = async () => {
    if (!opened && asked.opening) await event(asked.opening);
    opened = true;
  };
  const ending = await forEachPiece(pieces, async (piece) => {
    await open();
    await event(asked.piece(piece));
  });
  await open();
  const [last, usage] = asked.closing(ending);
  if (last) await event(last);
  if (usage && asked.usageInStream) await event(usage);
  await event('[DONE]');
  response.end();
}

async function forEachPiece(
  pieces: AsyncGenerator<string, Ending>,
  use: (piece: string) => void | Promise<void>,
): Promise<Ending> {
  try {
    for (;;) {
      const step = await pieces.next();
      if (step.done) return step.value;
      await use(step.value);
    }
  } finally {
    // Also when `use` throws, since the generator gives its sequence back.
    await pieces.return({ promptTokens: 0, completionTokens: 0, reason: 'stop' });
  }
}

async function embed(
  { model, options, slots }: Serving,
  { input, encoding_format }: { input: string[]; encoding_format?: 'float' | 'base64' | null | undefined },
  { response, signal }: Exchange,
): Promise<void> {
  using held = new DisposableStack();
  held.use(await slots.take(signal));
  const data: object[] = [];
  let tokens = 0;
  for (const [index, text] of input.entries()) {
    signal.throwIfAborted();
    const result = await model.embed(text);
    tokens += result.tokens;
    const embedding =
      encoding_format === 'base64'
        ? Buffer.from(new Float32Array(result.vector).buffer).toString('base64')
        : result.vector;
    data.push({ object: 'embedding', index, embedding });
  }
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  send(response, 200, { object: 'list', data, model: options.name, usage });
}

function mayCall({ headers }: IncomingMessage, key: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${key}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (!(error instanceof EngineError)) process.stderr.write(`A request failed: ${String(error)}\n`);
  const refusal =
    error instanceof EngineError
      ? error
      : new EngineError(500, 'The engine failed.', { type: 'server_error', code: 'engine_failed' });
  // A started stream cannot change its status; its missing end shows the caller that it broke.
  if (response.headersSent) response.destroy();
  else send(response, refusal.status, refusal.body);
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(status === 503 && { 'retry-after': '1' }),
  });
  response.end(text);
}
