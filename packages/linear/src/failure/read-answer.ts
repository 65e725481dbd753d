import { type RateHeaders, rateHeaders } from '../budget/rate-headers.ts';
import type { Failure, FailureReason } from './failure.ts';

/** A response as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The meaning of a response. */
export type Answer =
  | { readonly kind: 'data'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** The part of a GraphQL error that is used; Linear's message is read here and not passed on. */
interface Told {
  readonly code: string;
  readonly type: string;
  readonly status: number | undefined;
  readonly isUserError: boolean;
  readonly words: string;
}

/** Reasons by precedence, for a response with several errors. */
const order: readonly FailureReason[] = [
  'rate-limited',
  'authentication',
  'forbidden',
  'usage-limit',
  'unavailable',
  'too-complex',
  'not-found',
  'duplicate-id',
  'invalid-input',
  'unexpected-answer',
];

/**
 * Tells success from failure by status, `code`, `type`, headers and `success`, because no single one of them says enough:
 * a rate limit comes as HTTP 400 with the code `RATELIMITED` and not always with the type that `@linear/sdk` looks for, a
 * missing entity as HTTP 200 with `INPUT_ERROR`, an outage as HTML, a refusal as `success: false` without any error.
 * Data that came together with errors is not used: a gate must not judge by half an issue.
 */
export function readAnswer(answer: WireAnswer, now: number): Answer {
  const { status, headers, body } = answer;
  const waits = waitsIn(rateHeaders(headers, now), now);
  const json = objectIn(body);
  const told = errorsIn(json).map(toldBy);
  if (told.length > 0) {
    const reasons = told.map((one) => ({ one, reason: reasonOf(one, status) }));
    const decisive = order
      .map((reason) => reasons.find((candidate) => candidate.reason === reason))
      .find((candidate) => candidate !== undefined);
    if (decisive !== undefined) return failed(decisive.reason, status, waits, decisive.one);
  }
  const reason = reasonOfStatus(status, json);
  if (reason !== undefined) return failed(reason, status, waits);
  const data = json?.['data'];
  if (!isRecord(data)) return failed('unexpected-answer', status, waits);
  const refused = Object.values(data).some((payload) => isRecord(payload) && payload['success'] === false);
  return refused ? failed('refused', status, waits) : { kind: 'data', data };
}

function reasonOf(
  { code, type, status: toldStatus, isUserError, words }: Told,
  status: number,
): FailureReason {
  if (code === 'RATELIMITED' || type === 'ratelimited' || toldStatus === 429 || status === 429)
    return 'rate-limited';
  if (
    code === 'AUTHENTICATION_ERROR' ||
    type === 'authentication error' ||
    toldStatus === 401 ||
    status === 401
  ) {
    return 'authentication';
  }
  if (code === 'USAGE_LIMIT_EXCEEDED' || type === 'usage limit exceeded') return 'usage-limit';
  if (
    code === 'FORBIDDEN' ||
    code === 'FEATURE_NOT_ACCESSIBLE' ||
    type === 'forbidden' ||
    type === 'feature not accessible' ||
    toldStatus === 403
  ) {
    return 'forbidden';
  }
  if (
    type === 'internal error' ||
    type === 'lock timeout' ||
    type === 'network error' ||
    code === 'INTERNAL_SERVER_ERROR' ||
    code === 'LOCK_TIMEOUT' ||
    (toldStatus !== undefined && toldStatus >= 500) ||
    status >= 500
  ) {
    return 'unavailable';
  }
  if (/too complex/i.test(words)) return 'too-complex';
  if (toldStatus === 404 || /entity not found|could not find referenced/i.test(words)) return 'not-found';
  // The wording of this refusal is not documented; a caller reads the record back before it acts on it.
  if (
    toldStatus === 409 ||
    status === 409 ||
    /duplicate|already exists|already (been )?used|unique/i.test(words)
  ) {
    return 'duplicate-id';
  }
  if (
    code === 'INPUT_ERROR' ||
    code === 'BAD_USER_INPUT' ||
    code.startsWith('GRAPHQL_') ||
    type === 'invalid input' ||
    type === 'graphql error' ||
    type === 'user error' ||
    isUserError ||
    status === 400
  ) {
    return 'invalid-input';
  }
  return status === 403 ? 'forbidden' : 'unexpected-answer';
}

/** The reason given by the status alone, for a response without GraphQL errors. */
function reasonOfStatus(
  status: number,
  json: Record<string, unknown> | undefined,
): FailureReason | undefined {
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'authentication';
  if (status === 403) return 'forbidden';
  if (status >= 500 || status === 408) return 'unavailable';
  // A proxy's page in place of JSON: Linear itself was not reached.
  if (status >= 200 && status < 300) return json === undefined ? 'unavailable' : undefined;
  return status === 400 ? 'invalid-input' : 'unexpected-answer';
}

interface Waits {
  readonly rateLimit: number | undefined;
  readonly other: number | undefined;
  readonly endpointOnly: boolean;
}

/** How long the headers ask to wait: until the last exhausted allowance is full again. */
function waitsIn({ requests, complexity, endpoint, retryAfterMs }: RateHeaders, now: number): Waits {
  const exhausted = [requests, complexity, endpoint?.allowance].filter((one) => one?.remaining === 0);
  const waits = exhausted.flatMap((one) => (one === undefined ? [] : [one.resetAt - now]));
  if (retryAfterMs !== undefined) waits.push(retryAfterMs);
  return {
    rateLimit: waits.length === 0 ? undefined : Math.max(...waits),
    other: retryAfterMs,
    endpointOnly:
      endpoint?.allowance.remaining === 0 && requests?.remaining !== 0 && complexity?.remaining !== 0,
  };
}

function failed(reason: FailureReason, status: number, waits: Waits, told?: Told): Answer {
  const waitMs = reason === 'rate-limited' ? waits.rateLimit : waits.other;
  return {
    kind: 'failure',
    failure: {
      reason,
      status,
      ...(told !== undefined && told.code !== '' && { code: told.code }),
      ...(told !== undefined && told.type !== '' && { type: told.type }),
      ...(waitMs !== undefined && { waitMs }),
      ...(reason === 'rate-limited' && waits.endpointOnly && { endpointOnly: true }),
      applied: reason === 'unavailable' || reason === 'unexpected-answer' ? 'unknown' : 'no',
    },
  };
}

function toldBy(error: unknown): Told {
  const { message, extensions } = isRecord(error) ? error : {};
  const { code, type, statusCode, userError, userPresentableMessage } = isRecord(extensions)
    ? extensions
    : {};
  return {
    code: token(code),
    type: token(type),
    status: typeof statusCode === 'number' ? statusCode : undefined,
    isUserError: userError === true,
    words: `${typeof message === 'string' ? message : ''}\n${typeof userPresentableMessage === 'string' ? userPresentableMessage : ''}`,
  };
}

/** Codes and types are short words of Linear's; anything else could be a person's text and is dropped. */
function token(value: unknown): string {
  return typeof value === 'string' && /^[a-z][a-z_ ]{0,39}$/i.test(value) ? value : '';
}

function errorsIn(json: Record<string, unknown> | undefined): readonly unknown[] {
  const errors = json?.['errors'];
  return Array.isArray(errors) ? errors : [];
}

function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
