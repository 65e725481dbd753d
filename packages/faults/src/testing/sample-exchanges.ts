import { loadContract } from '@uat/contract';
import type { WireRequest, WireResponse } from '../wire/exchange.ts';
import { sampleOf } from './sample-of.ts';

/** A request and a response to it. */
export interface SampleExchange {
  request: WireRequest;
  response: WireResponse;
}

/** Exchanges that follow each other, and of which the later ones differ from the first. */
export type SampleExchanges = SampleExchange[];

const ids = ['a2f5bd0e-8a7c-4f2e-9d3b-0c1e5f6a7b8c', '5f0c9f0e-2f6c-4a55-8a3c-1f1b1c1d1e1f'];

/** Everything that a server may send and that a fault may take away or change. */
const sentHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'retry-after': '1',
  'set-cookie': ['access_token=; Max-Age=0'],
  'x-decision-id': '7',
  'x-frame-options': 'DENY',
  'x-user-id': 'ann',
  'x-user-roles': 'user',
  'x-user-clearance': '',
};

/** What programs with a token send, and what pages of another site do. */
const callers = [
  { authorization: 'Bearer token', 'x-user-clearance': 'secret', 'x-http-method-override': 'GET' },
  { cookie: 'access_token=token', origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
];

/** Answers that operations give beside those that the contract names. */
const refusals = ['400', '401', '403', '404', '422'];

/** Exchanges of every operation of the contract, with each of its answers. */
export async function sampleExchanges(): Promise<SampleExchanges[]> {
  const { document, operations } = await loadContract();
  const samples: SampleExchanges[] = [];
  for (const { method, path, responses } of operations.values()) {
    const described = Object(document.paths[path])[method.toLowerCase()];
    const asked = contentOf(described.requestBody);
    for (const status of new Set([...responses.keys(), ...refusals])) {
      if (!/^\d{3}$/.test(status)) continue;
      const given = contentOf(Object(described.responses)[status]);
      for (const caller of callers) {
        // The same request twice, and one about something else.
        const turns = [
          { turn: 0, id: ids[0] },
          { turn: 1, id: ids[0] },
          { turn: 2, id: ids[1] },
        ];
        samples.push(
          turns.map(({ turn, id = '' }) => ({
            request: request(
              method,
              `/api${path.replaceAll(/\{[^}]+\}/g, id)}?access_token=t&model_id=m&capability=chat`,
              asked === undefined ? undefined : sampleOf(document, asked, turn),
              caller,
            ),
            response: response(
              Number(status),
              given === undefined ? { detail: `${status} ${turn}` } : sampleOf(document, given, turn),
            ),
          })),
        );
      }
    }
  }
  return [...samples, ...ofModels(), ...others()];
}

/** Exchanges with deployed models, by the protocol of OpenAI. */
function ofModels(): SampleExchanges[] {
  const at = (route: string, id = ids[0]) => `/runtime/models/${id}/v1/${route}`;
  const question = {
    messages: [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
    ],
    stop: ['x', 'y'],
    max_completion_tokens: 2,
  };
  const usage = { completion_tokens: 1, prompt_tokens: 2, total_tokens: 3 };
  const answer = (id: string) => ({
    id,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'm',
    usage,
  });
  const base64 = Buffer.from(new Float32Array([0.6, 0.8, 0, 0]).buffer).toString('base64');
  const embeddings = {
    data: [
      { index: 0, embedding: [0.6, 0.8, 0, 0] },
      { index: 1, embedding: base64 },
    ],
    usage,
  };
  const chat = 'chat/completions';
  const refused = { error: { message: 'too long', code: 'context_length_exceeded' } };
  const event = (id: string, finish: string) =>
    `data: ${JSON.stringify({ id, model: 'm', choices: [{ finish_reason: finish }], usage })}\n\n`;
  const streamed = `${event('chatcmpl-1', 'null')}${event('chatcmpl-1', 'length')}data: [DONE]\n\n`;
  const stream: WireResponse = {
    ...response(200, undefined),
    headers: { 'content-type': 'text/event-stream' },
    body: Buffer.from(streamed),
  };
  const ask = (route: string, body: unknown, id?: string) => request('POST', at(route, id), body, callers[1]);
  return [
    [
      { request: ask(chat, question), response: response(200, answer('chatcmpl-1')) },
      { request: ask(chat, question), response: response(200, answer('chatcmpl-2')) },
      { request: ask(chat, question, ids[1]), response: response(200, answer('chatcmpl-3')) },
    ],
    [{ request: ask(chat, { ...question, stream: true }), response: stream }],
    [{ request: ask(chat, question), response: response(400, refused) }],
    [{ request: ask('none', question), response: response(404, { detail: 'Not Found' }) }],
    [{ request: ask('embeddings', { input: ['a', 'b'] }), response: response(200, embeddings) }],
    [{ request: ask('embeddings', { input: 'a' }), response: response(400, refused) }],
    [{ request: { ...ask(chat, ''), body: Buffer.alloc(2_000_000) }, response: response(200, {}) }],
    [
      {
        request: { ...ask(chat, ''), body: Buffer.from([0x22, 0xff, 0x22]) },
        response: response(400, refused),
      },
    ],
  ];
}

/** What the schemas of the contract do not tell: mistaken requests, and states that change from one look to the next. */
function others(): SampleExchanges[] {
  const [caller] = callers;
  const get = (path: string) => request('GET', path, undefined, caller);
  const check = request('POST', '/api/auth/check', { relation: 'owns', object: 'model:1' }, caller);
  const failed: WireResponse = { ...response(400, undefined), body: Buffer.from('Invalid code') };
  const deployment = get(`/api/serving/deployment/${ids[0]}`);
  const health = get('/api/serving/health');
  const healthOf = (status: string) => response(200, [{ deployment_id: ids[0], status }]);
  return [
    [{ request: check, response: response(422, { detail: 'no such relation' }) }],
    [{ request: get('/api/models/not-an-id'), response: response(422, {}) }],
    [{ request: get('/api/auth/callback?code=x'), response: failed }],
    ['DEPLOYED', 'STOPPED'].map((status) => ({ request: deployment, response: response(200, { status }) })),
    ['healthy', 'gone'].map((status) => ({ request: health, response: healthOf(status) })),
  ];
}

function request(method: string, path: string, json: unknown, headers = {}): WireRequest {
  const body = json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json));
  return { method, path, headers, body };
}

function response(status: number, json: unknown): WireResponse {
  return { status, headers: sentHeaders, body: Buffer.from(json === undefined ? '' : JSON.stringify(json)) };
}

/** The schema of what is sent as JSON. */
function contentOf(described: unknown): unknown {
  const { content } = Object(described);
  return Object(Object(content)['application/json']).schema;
}
