import type { Answer } from './answer.ts';
import { KamiwazaError } from './errors/kamiwaza-error.ts';
import { networkErrorOf } from './errors/network-error.ts';
import { isJsonType } from '@uat/contract/media-type';

/** An HTTP answer of any status. A `Response` is one; unlike it, this may have a status that fetch does not know. */
export type HttpAnswer = Pick<Response, 'status' | 'headers' | 'text'>;

/** The way to one target. */
export interface Line {
  /** As `apiBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<HttpAnswer>;
  readonly timeoutMs: number;
  readonly onAnswer: (answer: Answer) => void;
}

/** One request, before it has an id and a bearer. */
export interface Question {
  readonly operationId: string;
  /** Path template. */
  readonly path: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a question once and gives the answer, whatever its status.
 * Throws TimeoutError or UnreachableError when there was none, KamiwazaError when it would go to another origin
 * than the target's, and the caller's own reason when the caller's signal ended it.
 */
export async function exchange(line: Line, question: Question, bearer?: string): Promise<Answer> {
  const { origin, pathname } = new URL(question.url);
  refuseForeign(origin, line, question);
  const headers = new Headers(question.headers);
  const sentId = headers.get('x-request-id') ?? crypto.randomUUID();
  headers.set('x-request-id', sentId);
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  const limit = AbortSignal.timeout(line.timeoutMs);
  const signal = question.signal === undefined ? limit : AbortSignal.any([limit, question.signal]);
  // Neither followed redirects nor cookies: what proves who we are stays in one header, at one origin.
  const request = new Request(question.url, {
    method: question.method,
    headers,
    body: question.body ?? null,
    signal,
    redirect: 'manual',
    credentials: 'omit',
  });

  const started = performance.now();
  const { response, text } = await unlessAborted(signal, heard(line, request)).catch((cause: unknown) => {
    question.signal?.throwIfAborted();
    const what = `${question.method} ${pathname}`;
    throw networkErrorOf(cause, { what, origin, requestId: sentId, timeoutMs: line.timeoutMs });
  });
  const contentType = response.headers.get('content-type');
  const answer: Answer = {
    operationId: question.operationId,
    method: question.method,
    path: question.path,
    url: withoutSecrets(question.url),
    sent: question.body,
    status: response.status,
    headers: response.headers,
    contentType,
    body: bodyIn(text, contentType),
    requestId: response.headers.get('x-request-id') ?? sentId,
    seconds: Math.round(performance.now() - started) / 1000,
  };
  line.onAnswer(answer);
  return answer;
}

function refuseForeign(origin: string, { baseUrl }: Line, { operationId }: Question): void {
  const home = new URL(baseUrl).origin;
  if (origin === home) return;
  throw new KamiwazaError(
    `${operationId} would go to ${origin}, away from the target at ${home}; it was not sent.`,
  );
}

async function heard(line: Line, request: Request): Promise<{ response: HttpAnswer; text: string }> {
  const response = await line.fetch(request);
  return { response, text: await response.text() };
}

/** `work`, but no longer than the signal allows, also when the fetch that was handed in does not listen to it. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function bodyIn(text: string, contentType: string | null): unknown {
  if (text === '') return undefined;
  if (!isJsonType(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Refresh tokens travel in the query of /auth/refresh, as the API wants it. */
function withoutSecrets(address: string): string {
  const url = new URL(address);
  if (url.searchParams.has('refresh_token')) url.searchParams.set('refresh_token', '***');
  return url.href;
}
