import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Middleware, Next, WireResponse } from './exchange.ts';

/** A reverse proxy on 127.0.0.1. */
export interface WireProxy extends AsyncDisposable {
  readonly url: string;
  /** Says where requests go from now on; until then they are answered with 503. */
  forwardTo(next: Next): void;
}

export interface WireProxyOptions {
  /** What requests pass, the first one first; responses come back the other way. */
  middlewares: readonly Middleware[];
  /** Port to listen on. Default: a free one. */
  port?: number | undefined;
}

/**
 * Opens a reverse proxy that lets each exchange pass through middlewares.
 * @throws the error of the listening socket, such as EADDRINUSE.
 */
export async function openWireProxy({ middlewares, port = 0 }: WireProxyOptions): Promise<WireProxy> {
  let handle: Next = async () => notReady;
  const server = createServer((incoming, outgoing) => {
    // A client that leaves, and a server that breaks off, end both sides.
    exchange(incoming, outgoing, handle).catch(() => outgoing.destroy());
  });
  // Longer than clients keep a connection: one that is closed while the next request is on its way fails that request.
  server.keepAliveTimeout = 75_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forwardTo(next) {
      handle = middlewares.reduceRight<Next>(
        (inner, middleware) => (request) => middleware(request, inner),
        next,
      );
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function exchange(incoming: IncomingMessage, outgoing: ServerResponse, handle: Next): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || left.abort());
  const { method = 'GET', url: path = '/', headers } = incoming;
  const body = await buffer(incoming);
  const response = await handle({ method, path, headers, body, signal: left.signal });
  outgoing.writeHead(response.status, headersFor(response, method));
  if (response.events !== undefined) await pipeline(response.events, outgoing);
  else outgoing.end(response.body);
}

/** The headers of a response, with the length of the body that it has now. */
function headersFor({ status, headers, body, events }: WireResponse, method: string) {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers;
  const hasNoBody = method === 'HEAD' || status === 204 || status === 304;
  if (hasNoBody) return kept;
  const { 'content-length': ___, ...others } = kept;
  return events === undefined ? { ...others, 'content-length': String(body.length) } : others;
}

const notReady: WireResponse = {
  status: 503,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('The platform behind this proxy has not started yet.\n'),
};
