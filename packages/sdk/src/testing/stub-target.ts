import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { stubServer } from '@uat/testing';

/** A request that the stub received. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A response of the stub; a body that is not a string is sent as JSON. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A real HTTP server for one test, stopped by `await using`. */
export interface StubTarget extends AsyncDisposable {
  readonly origin: string;
  readonly seen: readonly Seen[];
  /** The number of requests for a path, with any method and query. */
  readonly count: (path: string) => number;
}

/** Starts a server on a free port that responds with `reply`; undefined leaves the request hanging. */
export async function stubTarget(
  reply: (seen: Seen) => Promise<Reply | undefined> | Reply | undefined,
): Promise<StubTarget> {
  const seen: Seen[] = [];
  const server = await stubServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const one: Seen = { method, url, headers, body: await text(request) };
    seen.push(one);
    const said = await reply(one);
    if (said === undefined) return;
    const isText = typeof said.body === 'string' || said.body === undefined;
    response.writeHead(said.status ?? 200, {
      ...(isText ? {} : { 'content-type': 'application/json' }),
      ...said.headers,
    });
    response.end(isText ? said.body : JSON.stringify(said.body));
  }
  return {
    origin: server.url,
    seen,
    count: (path) => seen.filter(({ url }) => url.split('?')[0] === path).length,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
