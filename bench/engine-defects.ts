import { Readable } from 'node:stream';
import type { Answered, Asked } from './proxied-platform.ts';
import { asking, isRequest, jsonAnswer, type ProxyDefect, rewritten } from './proxy-defect.ts';

const runtime = /^\/runtime\/models\/([0-9a-f-]{36})\/v1\//;
const completions = /^\/runtime\/models\/[0-9a-f-]{36}\/v1\/chat\/completions$/;
const deployment = /^\/api\/serving\/deployment\/([0-9a-f-]{36})$/;

interface Question {
  messages?: unknown[];
  stop?: string | string[];
}
interface Completion {
  id: string;
  created: number;
  model: string;
}

const isCompletion = ({ status, events }: Answered, asked: Asked) =>
  status === 200 && events === undefined && isRequest(asked, 'POST', completions);

/** The answer with other events in its stream; an event that becomes nothing is left out. */
function withEvents(answer: Answered, change: (event: string) => string): Answered {
  const { events } = answer;
  if (!events) return answer;
  async function* changed(source: Readable) {
    let rest = '';
    for await (const piece of source.setEncoding('utf8')) {
      const whole = `${rest}${piece}`.split('\n\n');
      rest = whole.pop() ?? '';
      for (const event of whole.map(change)) if (event !== '') yield `${event}\n\n`;
    }
  }
  return { ...answer, events: Readable.from(changed(events)) };
}

/** What a proxy breaks of deployments and of the OpenAI protocol. */
export const engineDefects: ProxyDefect[] = [
  {
    what: 'a stream counts one token too few, and its sum with it',
    middle: () => async (asked, onward) =>
      withEvents(await onward(asked), (event) =>
        event.replaceAll(
          /"(completion|total)_tokens":(\d+)/g,
          (_, what: string, count: string) => `"${what}_tokens":${Number(count) - 1}`,
        ),
      ),
  },
  {
    what: 'a stream ends without [DONE]',
    middle: () => async (asked, onward) =>
      withEvents(await onward(asked), (event) => (event === 'data: [DONE]' ? '' : event)),
  },
  {
    what: 'a stream that was cut off at its limit says that it came to its end',
    middle: () => async (asked, onward) =>
      withEvents(await onward(asked), (event) =>
        event.replace('"finish_reason":"length"', '"finish_reason":"stop"'),
      ),
  },
  {
    what: 'every answer names a model of somebody else',
    middle: () => async (asked, onward) => {
      const answer = withEvents(await onward(asked), (event) =>
        event.replace(/"model":"[^"]*"/, '"model":"gpt-4"'),
      );
      if (!isCompletion(answer, asked)) return answer;
      return rewritten(answer, (body: Completion) => ({ ...body, model: 'gpt-4' }));
    },
  },
  {
    what: 'all answers have the same id',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isCompletion(answer, asked)) return answer;
      return rewritten(answer, (body: Completion) => ({ ...body, id: 'chatcmpl-1' }));
    },
  },
  {
    what: 'each event of a stream has an id of its own',
    middle: () => {
      let count = 0;
      return async (asked, onward) =>
        withEvents(await onward(asked), (event) =>
          event.replace('"id":"chatcmpl-', `"id":"${(count += 1)}-`),
        );
    },
  },
  {
    what: 'a question that was asked before is answered as it was then',
    middle: () => {
      const kept = new Map<string, Answered>();
      return async (asked, onward) => {
        if (!isRequest(asked, 'POST', completions)) return onward(asked);
        const question = `${asked.path} ${asked.headers.authorization} ${asked.body.toString()}`;
        const known = kept.get(question);
        if (known) return known;
        const answer = await onward(asked);
        if (isCompletion(answer, asked)) kept.set(question, answer);
        return answer;
      };
    },
  },
  {
    what: 'a deployment that is looked at is shown so for three seconds',
    middle: () => {
      const kept = new Map<string, { answer: Answered; until: number }>();
      return async (asked, onward) => {
        if (!isRequest(asked, 'GET', deployment)) return onward(asked);
        const known = kept.get(asked.path);
        if (known && known.until > Date.now()) return known.answer;
        const answer = await onward(asked);
        // What is on its way is waited for.
        if (answer.body.includes('"status":"DEPLOYED"'))
          kept.set(asked.path, { answer, until: Date.now() + 3_000 });
        return answer;
      };
    },
  },
  {
    what: 'the list of deployments ends after one',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'GET', /^\/api\/serving\/deployments$/) || answer.status !== 200) return answer;
      return rewritten(answer, (all: unknown[]) => all.slice(0, 1));
    },
  },
  {
    what: 'a deployment is stopped two seconds after that was confirmed',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'DELETE', deployment)) return onward(asked);
      // Whether the caller may is said at once.
      const [, id] = deployment.exec(asked.path.split('?')[0] ?? '') ?? [];
      const seen = await onward({ ...asked, method: 'GET', path: `/api/serving/deployment/${id}` });
      if (seen.status !== 200) return seen;
      setTimeout(() => void onward(asked).catch(() => undefined), 2_000);
      return jsonAnswer(200, true);
    },
  },
  {
    what: 'whoever asks to deploy once deploys twice',
    middle: () => async (asked, onward) => {
      if (isRequest(asked, 'POST', /^\/api\/serving\/deploy_model$/)) await onward(asked);
      return onward(asked);
    },
  },
  {
    what: 'the logs of a deployment are those of the one that was asked about before',
    middle: () => {
      let before: string | undefined;
      return async (asked, onward) => {
        if (!isRequest(asked, 'GET', /^\/api\/serving\/deployment\/[^/]+\/logs$/)) return onward(asked);
        const path = before ?? asked.path;
        before = asked.path;
        const answer = await onward({ ...asked, path });
        return answer.status === 200 ? answer : onward(asked);
      };
    },
  },
  {
    what: 'answers of models come as plain text',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isCompletion(answer, asked)) return answer;
      return { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } };
    },
  },
  {
    what: 'a route of a model that is none is answered by a page',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!runtime.test(asked.path) || answer.status !== 404) return answer;
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html></html>') };
    },
  },
  {
    what: 'a model refuses in the form of the API instead of OpenAI’s',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!runtime.test(asked.path) || answer.status !== 400) return answer;
      return rewritten(answer, (body: { error: { message: string } }) => ({ detail: body.error.message }));
    },
  },
  {
    what: 'pages of any site may read what a model answers',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      const { origin } = asked.headers;
      if (!runtime.test(asked.path) || origin === undefined) return answer;
      const open = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
      return { ...answer, headers: { ...answer.headers, ...open } };
    },
  },
  {
    what: 'caches on the way may keep what a model answers',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!runtime.test(asked.path)) return answer;
      return { ...answer, headers: { ...answer.headers, 'cache-control': 'public, max-age=60' } };
    },
  },
  {
    what: 'all questions go to the deployment that was asked first',
    middle: () => {
      let first: string | undefined;
      return async (asked, onward) => {
        const [, id] = (isRequest(asked, 'POST', runtime) && runtime.exec(asked.path)) || [];
        if (id === undefined) return onward(asked);
        first ??= id;
        const answer = await onward({ ...asked, path: asked.path.replace(id, first) });
        if (answer.status !== 404 || first === id) return answer;
        first = id;
        return onward(asked);
      };
    },
  },
  {
    what: 'max_completion_tokens, the newer name of the limit, is not known',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'POST', completions)) return onward(asked);
      return onward(changedQuestion(asked, ({ max_completion_tokens: _, ...question }) => question));
    },
  },
  {
    what: 'only the first of several texts that are to stop an answer does',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'POST', completions)) return onward(asked);
      return onward(
        changedQuestion(asked, (question) => ({
          ...question,
          stop: [question.stop ?? []].flat().slice(0, 1),
        })),
      );
    },
  },
  {
    what: 'only the last message of a conversation reaches the model',
    middle: () => async (asked, onward) => {
      if (!isRequest(asked, 'POST', completions)) return onward(asked);
      return onward(
        changedQuestion(asked, (question) => ({ ...question, messages: question.messages?.slice(-1) })),
      );
    },
  },
  {
    what: 'the time of an answer is told in milliseconds',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isCompletion(answer, asked)) return answer;
      return rewritten(answer, (body: Completion) => ({ ...body, created: body.created * 1_000 }));
    },
  },
  {
    what: 'vectors have another length than 1',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'POST', /\/v1\/embeddings$/) || answer.status !== 200) return answer;
      return rewritten(answer, (body: { data: { embedding: string | number[] }[] }) => ({
        ...body,
        data: body.data.map((one) => ({ ...one, embedding: stretched(one.embedding) })),
      }));
    },
  },
  {
    what: 'a deployment was deployed at the time at which it is looked at',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'GET', deployment) || answer.status !== 200) return answer;
      return rewritten(answer, (body: object) => ({ ...body, deployed_at: new Date().toISOString() }));
    },
  },
  {
    what: 'a deployment is stopped, and the answer says that it was not',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      const stopped = isRequest(asked, 'DELETE', deployment) && answer.status === 200;
      return stopped ? jsonAnswer(200, false) : answer;
    },
  },
  {
    what: 'an instance is listed twice',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      if (!isRequest(asked, 'GET', /^\/api\/serving\/model_instances$/) || answer.status !== 200)
        return answer;
      return rewritten(answer, (all: unknown[]) => [...all, ...all.slice(0, 1)]);
    },
  },
  {
    what: 'whoever asks for the log of a deployment that is none gets an empty one',
    middle: () => async (asked, onward) => {
      const answer = await onward(asked);
      const log = /^\/api\/serving\/deployment\/([^/]+)\/logs$/;
      if (!isRequest(asked, 'GET', log) || answer.status !== 404) return answer;
      const [, id] = log.exec(asked.path) ?? [];
      return jsonAnswer(200, { deployment_id: id, engine_type: 'llamacpp', logs: [], total_lines_seen: 0 });
    },
  },
];

/** The request with another question; one that cannot be read stays as it is. */
function changedQuestion(
  asked: Asked,
  change: (question: Question & Record<string, unknown>) => object,
): Asked {
  try {
    return asking(asked, change(JSON.parse(asked.body.toString()) as never));
  } catch (error) {
    if (error instanceof SyntaxError) return asked;
    throw error;
  }
}

/** A vector of twice the length, told as it was. */
function stretched(told: string | number[]): string | number[] {
  if (typeof told !== 'string') return told.map((number) => 2 * number);
  const numbers = new Float32Array(new Uint8Array(Buffer.from(told, 'base64')).buffer);
  return Buffer.from(numbers.map((number) => 2 * number).buffer).toString('base64');
}
