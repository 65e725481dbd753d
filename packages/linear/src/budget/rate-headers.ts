/** An allowance that Linear counts down, in terms of this machine's clock. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** When the allowance is full again, in milliseconds since 1970 on this machine's clock. */
  readonly resetAt: number;
}

/** The rate-limit information of a response. */
export interface RateHeaders {
  readonly requests?: Allowance;
  readonly complexity?: Allowance;
  /** Limit of a single operation, in addition to the common one. */
  readonly endpoint?: { readonly name: string; readonly allowance: Allowance };
  /** Points that the call cost. */
  readonly cost?: number;
  /** Value of `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
}

const hour = 3_600_000;

/**
 * Reads the rate-limit headers of https://linear.app/developers/rate-limiting. Reset times are Linear's clock; where the
 * answer has a `Date`, only the distance between the two is used, so a machine whose clock is wrong waits no longer than
 * it has to. No wait is longer than the documented hour. What is missing or malformed is left out.
 */
export function rateHeaders(headers: Headers, now: number): RateHeaders {
  const serverNow = Date.parse(headers.get('date') ?? '');
  const offset = Number.isNaN(serverNow) ? 0 : now - serverNow;
  const allowance = (name: string): Allowance | undefined => {
    const limit = count(headers.get(`${name}-limit`));
    const remaining = count(headers.get(`${name}-remaining`));
    if (limit === undefined || limit === 0 || remaining === undefined) return undefined;
    const reset = count(headers.get(`${name}-reset`));
    const resetAt = reset === undefined ? now + hour : reset + offset;
    return {
      limit,
      remaining: Math.min(remaining, limit),
      resetAt: Math.min(Math.max(resetAt, now), now + hour),
    };
  };
  const requests = allowance('x-ratelimit-requests');
  const complexity = allowance('x-ratelimit-complexity');
  const endpointAllowance = allowance('x-ratelimit-endpoint-requests');
  const endpointName = headers.get('x-ratelimit-endpoint-name');
  const cost = count(headers.get('x-complexity'));
  const retryAfterMs = retryAfter(headers.get('retry-after'), Number.isNaN(serverNow) ? now : serverNow);
  return {
    ...(requests && { requests }),
    ...(complexity && { complexity }),
    ...(endpointAllowance &&
      endpointName && { endpoint: { name: endpointName, allowance: endpointAllowance } }),
    ...(cost !== undefined && { cost }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function count(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** `Retry-After` holds seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(text: string | null, serverNow: number): number | undefined {
  const seconds = count(text);
  if (seconds !== undefined) return Math.min(seconds * 1000, hour);
  const date = Date.parse(text ?? '');
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - serverNow, 0), hour);
}
