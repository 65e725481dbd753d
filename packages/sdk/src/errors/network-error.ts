import { KamiwazaError } from './kamiwaza-error.ts';

/** The target did not respond in time. */
export class TimeoutError extends KamiwazaError {
  override readonly name = 'TimeoutError';
}

/** No HTTP response at all: the name, the connection or the certificate failed. */
export class UnreachableError extends KamiwazaError {
  override readonly name = 'UnreachableError';
  /** The system's error code, such as ECONNREFUSED, if there is one. */
  readonly code: string | undefined;

  constructor(message: string, options: { readonly code: string | undefined; readonly cause: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
}

/** The failed request, for the message of its error. */
export interface FailedRequest {
  /** `GET /api/ping` */
  readonly what: string;
  readonly origin: string;
  readonly requestId: string;
  readonly timeoutMs: number;
}

/**
 * The typed error for a request without a response: an own error unchanged, a timeout, or an unreachable target if the
 * network reports one. Any other exception is this client's own and is not blamed on the target.
 */
export function networkErrorOf(cause: unknown, failed: FailedRequest): KamiwazaError {
  if (cause instanceof KamiwazaError) return cause;
  const { what, origin, requestId, timeoutMs } = failed;
  if (isTimeout(cause)) {
    return new TimeoutError(`${what} got no response within ${timeoutMs / 1000} s (request ${requestId})`, {
      cause,
    });
  }
  const code = codeIn(cause);
  const words = deepest(cause);
  if (code === undefined && !networkWords.test(words)) {
    return new KamiwazaError(`${what} failed in this client, not at ${origin}: ${words}`, { cause });
  }
  const why = code === undefined ? words : `${meaningOf(code)} (${code})`;
  return new UnreachableError(`${origin} cannot be reached for ${what}: ${why}`, { code, cause });
}

/** Messages of Node, undici and Playwright for a broken connection without a code. */
const networkWords =
  /socket hang up|other side closed|network socket disconnected|connection (was )?(closed|reset|refused)|net::ERR_|proxy (connection|response)/i;

// Playwright's request context reports a timeout in its message only.
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || /request timed out/i.test(error.message));

function codeIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && networkCode.test(error.code)) return error.code;
  if (!(error instanceof Error)) return undefined;
  return codeIn(error.cause) ?? networkCodeInWords.exec(error.message)?.[0];
}

/** Codes of the system, TLS, undici and Node's HTTP parser, but not of programming errors (`ERR_INVALID_ARG_TYPE`). */
const networkCode =
  /^(E[A-Z]{3,}|EAI_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_SOCKET_\w+|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_(?!INVALID|ABORTED|NOT_SUPPORTED)\w+|HPE_\w+|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/;
const networkCodeInWords = /\b(E[A-Z]{5,}|EAI_\w+|ERR_TLS_\w+|HPE_\w+|UNABLE_TO_\w+|[A-Z_]*CERT[A-Z_]+)\b/;

function deepest(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : deepest(error.cause);
}

function meaningOf(code: string): string {
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'its name does not resolve';
  if (code === 'ECONNREFUSED') return 'it refuses the connection';
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'it closed the connection';
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT')
    return 'it did not accept the connection in time';
  if (code.includes('CERT') || code.startsWith('ERR_TLS') || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return 'its certificate is not trusted';
  }
  if (code.startsWith('HPE_')) return 'it does not speak HTTP';
  return 'the connection failed';
}
