/** An HTTP response with any status: a `Response`, or a body with a status that fetch does not allow. */
export type HttpResponse = Pick<Response, 'status' | 'headers' | 'text'>;

/** The way to one target, shared by all requests of a client. */
export interface Transport {
  /** As `apiBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<HttpResponse>;
  /** Milliseconds per request. */
  readonly timeoutMs: number;
  readonly onResponse: (response: ApiResponse) => void;
}

/** One request, before it has an id and a bearer. */
export interface ApiRequest {
  readonly operationId: string;
  /** Path template. */
  readonly path: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The target's response to one request, with what is needed to validate and report it. */
export interface ApiResponse {
  /** The contract's operation, for coverage and messages. */
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The path template, without `/api`: `/auth/pats/{jti}`. */
  readonly path: string;
  /** The requested address; secrets in its query are replaced by `***`. */
  readonly url: string;
  /** The request body as sent; undefined if there was none. May hold secrets. */
  readonly sent: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly contentType: string | null;
  /** Parsed JSON; the text for any other content; undefined for an empty body. May hold secrets. */
  readonly body: unknown;
  /** The response's `X-Request-Id`, or else the one that was sent. */
  readonly requestId: string;
  /** From sending the request to the last byte of the response. */
  readonly seconds: number;
}
