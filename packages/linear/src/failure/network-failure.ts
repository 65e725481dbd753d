import type { Failure } from './failure.ts';

/** Codes of connections that were never established, so that nothing was sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The failure of a `fetch` that threw. Only the system's code is kept: the rest may name hosts and headers. */
export function networkFailure(error: unknown): Failure {
  const code = codeOf(error);
  return {
    reason: 'network',
    ...(code !== undefined && { code }),
    applied: code !== undefined && neverSent.has(code) ? 'no' : 'unknown',
  };
}

function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[A-Z_]{3,40}$/.test(error.code))
    return error.code;
  return 'cause' in error ? codeOf(error.cause, depth + 1) : undefined;
}
