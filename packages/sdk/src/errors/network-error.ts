import { KamiwazaError } from './kamiwaza-error.ts';

/** The target took longer than it was given. */
export class TimeoutError extends KamiwazaError {
  override readonly name = 'TimeoutError';
}

/** No HTTP answer at all: the name, the connection or the certificate failed. */
export class UnreachableError extends KamiwazaError {
  override readonly name = 'UnreachableError';
  /** The system's word for it, such as ECONNREFUSED, where there is one. */
  readonly code: string | undefined;

  constructor(message: string, options: { readonly code: string | undefined; readonly cause: unknown }) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
}

/** What was asked, for the message of an error. */
export interface Asked {
  /** `GET /api/ping` */
  readonly what: string;
  readonly origin: string;
  readonly requestId: string;
  readonly timeoutMs: number;
}

/**
 * The typed error for an exchange that brought no answer: ours as it is, a timeout, or an unreachable target where the
 * network says so. Any other exception arose on our side, and the target is not blamed for it.
 */
export function networkErrorOf(cause: unknown, asked: Asked): KamiwazaError {
  if (cause instanceof KamiwazaError) return cause;
  const { what, origin, requestId, timeoutMs } = asked;
  if (isTimeout(cause)) {
    return new TimeoutError(`${what} gave no answer within ${timeoutMs / 1000} s (request ${requestId})`, {
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

/** What Node, undici and Playwright say of a broken connection where they give no code. */
const networkWords =
  /socket hang up|other side closed|network socket disconnected|connection (was )?(closed|reset|refused)|net::ERR_|proxy (connection|response)/i;

// Playwright's request context says it in words only.
const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || /request timed out/i.test(error.message));

function codeIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && networkCode.test(error.code)) return error.code;
  if (!(error instanceof Error)) return undefined;
  return codeIn(error.cause) ?? networkCodeInWords.exec(error.message)?.[0];
}

/** Codes of the system, of TLS, of undici and of Node's HTTP parser; `ERR_INVALID_ARG_TYPE` and its like are our own. */
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
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') return 'no connection in time';
  if (code.includes('CERT') || code.startsWith('ERR_TLS') || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') {
    return 'its certificate is not trusted';
  }
  if (code.startsWith('HPE_')) return 'it does not answer in HTTP';
  return 'the connection failed';
}
