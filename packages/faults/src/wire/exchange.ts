import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** A request on its way to a server. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Aborted when the client leaves before it has its whole response. */
  readonly signal?: AbortSignal | undefined;
}

/** A response on its way to a client. */
export interface WireResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The text of an event stream as it arrives; `body` is empty then. */
  readonly events?: Readable | undefined;
}

/** Sends a request on and gives the response to it. */
export type Next = (request: WireRequest) => Promise<WireResponse>;

/** Stands between a client and a server: sees each request, and gives the response to it. */
export type Middleware = (request: WireRequest, next: Next) => Promise<WireResponse>;
