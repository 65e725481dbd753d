import createClient, { type Client } from 'openapi-fetch';
import { callOf, type Call, type Outcome } from './call.ts';
import { converse, type Conversation } from './send-with-reauth.ts';
import { errorOf } from '../errors/error-of.ts';
import { exchange, type Line, type Question } from './send-once.ts';
import type { operations, paths } from '../generated/schema.ts';
import type { SignIn } from '../sign-in.ts';

/** What every method takes as its last argument. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** What to know about an operation beyond its types. */
export interface Manner {
  readonly operationId: keyof operations;
  /** Answers anyone: no bearer is sent, so a broken sign-in does not hide a healthy service. */
  readonly open?: boolean;
  readonly mayBeEmpty?: boolean;
  /** Its answer is for people, and of any kind. */
  readonly mayBePage?: boolean;
  /** Its path begins at the target itself instead of at its API; the contract says so too. */
  readonly besideApi?: boolean;
}

/** What `send` hands on to openapi-fetch. A type, not an interface: its methods want an implicit index signature. */
export type Init = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly headers: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly middleware: [{ onRequest: (context: { readonly schemaPath: string }) => undefined }];
};

type Send<T> = (client: Client<paths>, init: Init) => Promise<{ readonly data?: T }>;

/** Makes calls: openapi-fetch builds the typed request, the line and the sign-in carry it. */
export type Ask = <T>(manner: Manner, options: CallOptions, send: Send<T>) => Call<T>;

/** The `Ask` of one client. `headers` go with each of its calls. */
export function askOver(line: Line, signIn: SignIn, headers: Readonly<Record<string, string>>): Ask {
  const client = createClient<paths>({ baseUrl: line.baseUrl });

  async function outcome<T>(manner: Manner, options: CallOptions, send: Send<T>): Promise<Outcome<T>> {
    const heard: { conversation?: Conversation; path: string } = { path: '' };
    const init: Init = {
      headers: { ...headers, ...options.headers },
      baseUrl: manner.besideApi === true ? line.baseUrl.replace(/\/api$/, '') : line.baseUrl,
      // openapi-fetch tells the template of the path to its middleware only.
      middleware: [{ onRequest: ({ schemaPath }) => void (heard.path = schemaPath) }],
      fetch: async (request) => {
        const question = await questionOf(request, manner, heard.path, options.signal);
        heard.conversation =
          manner.open === true
            ? { answer: await exchange(line, question) }
            : await converse(line, signIn, question);
        return replyOf(heard.conversation, manner, signIn);
      },
    };
    try {
      const { data } = await send(client, init);
      if (heard.conversation === undefined) throw new TypeError(`${manner.operationId} was never sent`);
      return { kind: 'fulfilled', answer: heard.conversation.answer, body: data as T };
    } catch (error) {
      if (heard.conversation === undefined || !(error instanceof Error)) throw error;
      return { kind: 'refused', answer: heard.conversation.answer, error };
    }
  }

  return (manner, options, send) => callOf(outcome(manner, options, send));
}

async function questionOf(
  request: Request,
  { operationId }: Manner,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Question> {
  const { method, url, headers } = request;
  const body = request.body === null ? undefined : await request.text();
  return { operationId, path, method, url, headers, body, signal };
}

/** The answer as openapi-fetch reads it; throws the typed error it amounts to. */
function replyOf(
  { answer, note, error: hidden }: Conversation,
  manner: Manner,
  { withoutSecrets }: SignIn,
): Response {
  if (hidden !== undefined) throw hidden;
  const { mayBeEmpty = false, mayBePage = false } = manner;
  const error = errorOf(answer, { mayBeEmpty, mayBePage, note, withoutSecrets });
  if (error !== undefined) throw error;
  return answer.body === undefined ? new Response(null, { status: 204 }) : Response.json(answer.body);
}
