/** What one HTTP exchange with the target brought back. */
export interface Answer {
  /** The contract's operation, for coverage and messages. */
  readonly operationId: string;
  /** Upper case. */
  readonly method: string;
  /** The path template, without `/api`: `/auth/pats/{jti}`. */
  readonly path: string;
  /** As asked for; secrets in the query are replaced by `***`. */
  readonly url: string;
  /** The body of the request as it went out; undefined where there was none. May hold secrets. */
  readonly sent: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly contentType: string | null;
  /** Parsed JSON; the text where it is something else; undefined where there was none. May hold secrets. */
  readonly body: unknown;
  /** The `X-Request-Id` the target answered with, or else the one that was sent. */
  readonly requestId: string;
  /** From sending the request to the last byte of the answer. */
  readonly seconds: number;
}
