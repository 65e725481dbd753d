import { safeParse } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { tokenAnswer } from './answers.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** The outcome of a request to the platform. */
export type Answer<T> =
  | { kind: 'ok'; data: T }
  | { kind: 'signed-out' }
  | { kind: 'denied' }
  | { kind: 'missing' }
  | { kind: 'failed'; message: string };

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

export interface Api {
  /** Exchanges the refresh cookie for an access token. Callers at the same time share one exchange. */
  refresh(): Promise<Answer<null>>;
  /** Sends a request to `/api<path>`. After a 401, refreshes the token and retries once. */
  request<T>(path: string, schema: ZodMiniType<T>, request?: ApiRequest): Promise<Answer<T>>;
  /** Sends a request to an address outside `/api` in the same way, and returns the response as a stream. */
  open(url: string, request: ApiRequest & { signal: AbortSignal }): Promise<Answer<Response>>;
  /** Forgets the access token. */
  forget(): void;
}

/** The console's only way to the platform. The access token lives in this closure and nowhere else. */
export function createApi(send: typeof fetch = (...call) => fetch(...call)): Api {
  let accessToken: string | null = null;
  let expiresAt = Number.POSITIVE_INFINITY;
  let refreshing: Promise<Answer<null>> | null = null;

  const exchange = async (): Promise<Answer<null>> => {
    // keepalive: the refresh token is rotated, so its answer must reach the cookie jar even if the page is left.
    const reply = await reach(send, '/api/auth/refresh', { method: 'POST', keepalive: true });
    const granted = await accepted(reply, '/api/auth/refresh');
    const answer =
      granted.kind === 'ok' ? await read(granted.data, '/api/auth/refresh', tokenAnswer) : granted;
    accessToken = answer.kind === 'ok' ? answer.data.access_token : null;
    expiresAt = expiryOf(answer.kind === 'ok' ? answer.data.expires_in : null);
    return answer.kind === 'ok' ? { kind: 'ok', data: null } : answer;
  };

  const refresh = () => {
    refreshing ??= oneTabAtATime(exchange).finally(() => {
      refreshing = null;
    });
    return refreshing;
  };

  const attempt = (url: string, { method = 'GET', body, signal }: ApiRequest & { signal?: AbortSignal }) => {
    const headers = new Headers({ accept: 'application/json' });
    if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    return reach(send, url, {
      method,
      headers,
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  };

  const replyTo = async (
    url: string,
    request: ApiRequest & { signal?: AbortSignal },
  ): Promise<Answer<Response>> => {
    // Renewing early avoids a refused request, which the browser would log as an error.
    if (accessToken !== null && Date.now() >= expiresAt) await refresh();
    const tokenUsed = accessToken;
    let reply = await attempt(url, request);
    if (reply?.status === 401) {
      // Another request may have renewed the token in the meantime.
      const renewed = accessToken === tokenUsed ? await refresh() : ({ kind: 'ok' } as const);
      if (renewed.kind !== 'ok') return renewed;
      reply = await attempt(url, request);
      // The token is new, so the session is not the reason: a hub may require its own credentials, for example.
      if (reply?.status === 401) return refused(reply, url);
    }
    return accepted(reply, url);
  };

  return {
    refresh,
    async request(path, schema, request = {}) {
      const url = `/api${path}`;
      const reply = await replyTo(url, request);
      return reply.kind === 'ok' ? read(reply.data, url, schema) : reply;
    },
    open: replyTo,
    forget() {
      accessToken = null;
    },
  };
}

/** The time to renew a token with this lifetime in seconds: shortly before its end. */
function expiryOf(seconds: number | null | undefined): number {
  return seconds == null ? Number.POSITIVE_INFINITY : Date.now() + Math.max(seconds - 20, seconds / 2) * 1000;
}

/** The reply, or null when there was none (no network, server gone). */
async function reach(send: typeof fetch, url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await send(url, init);
  } catch {
    return null;
  }
}

/** The parsed reply, or the reason for its absence. */
async function accepted(reply: Response | null, url: string): Promise<Answer<Response>> {
  if (reply === null) {
    return {
      kind: 'failed',
      message: 'The platform could not be reached. Check the connection and try again.',
    };
  }
  if (reply.status === 401) return { kind: 'signed-out' };
  if (reply.status === 403) return { kind: 'denied' };
  if (reply.status === 404) return { kind: 'missing' };

  return reply.ok ? { kind: 'ok', data: reply } : refused(reply, url);
}

async function refused(reply: Response, url: string): Promise<Answer<never>> {
  const body: unknown = await reply.json().catch(() => undefined);
  return { kind: 'failed', message: refusalSentence(reply, url, body) };
}

async function read<T>(reply: Response, url: string, schema: ZodMiniType<T>): Promise<Answer<T>> {
  const body: unknown = await reply.json().catch(() => undefined);
  const parsed = safeParse(schema, body);
  if (parsed.success) return { kind: 'ok', data: parsed.data };
  return { kind: 'failed', message: `The platform's answer to ${url} is not what the console expects.` };
}

/** Two tabs that use the same rotating refresh token at once would look like theft, so they take turns. */
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  // The lock manager exists on https and on the loopback address only.
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks === undefined ? work() : locks.request('kamiwaza-refresh', work);
}
