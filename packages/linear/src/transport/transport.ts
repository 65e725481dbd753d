import { configurationError } from '@uat/core';
import {
  type Budget,
  type BudgetReport,
  createBudget,
  type Priority,
  type BudgetRequest,
} from '../budget/budget.ts';
import { type RateHeaders, rateHeaders } from '../budget/rate-headers.ts';
import type { Clock } from '../clock.ts';
import type { Failure, FailureReason } from '../failure/failure.ts';
import { LinearError } from '../failure/linear-error.ts';
import { networkFailure } from '../failure/network-failure.ts';
import { type Answer, readAnswer, type WireAnswer } from '../failure/read-answer.ts';
import type { Operation } from '../operations/operation.ts';
import { backOff } from './back-off.ts';
import { type BreakerOptions, type BreakerState, createBreaker } from './breaker.ts';

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, also while it waits. */
  readonly signal?: AbortSignal;
  /** `essential` calls may use the reserve of the request budget. Default: `ordinary`. */
  readonly priority?: Priority;
}

/** A personal API key, or an OAuth token; a function if the token is renewed at run time. */
export type Credentials =
  | { readonly apiKey: string }
  | { readonly token: string | (() => string | Promise<string>) };

export interface TransportOptions {
  readonly apiUrl: string;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** A random number from 0 to 1, for the jitter of waits. */
  readonly random: () => number;
  /** Time limit of a single attempt. */
  readonly timeoutMs: number;
  /** Attempts per call, including the first. */
  readonly attempts: number;
  /** Waits up to this are sat out; for a longer one the call fails with `retryAt`, for the caller's queue. */
  readonly longestWaitMs: number;
  /** Share of each limit reserved for essential calls. */
  readonly reserve: number;
  readonly breaker: BreakerOptions;
  readonly onRequest: (operation: string, outcome: 'ok' | FailureReason) => void;
  /** Aborts all calls. */
  readonly signal?: AbortSignal | undefined;
}

/** The remaining request budget, and whether calls are let through at all. */
export interface TransportReport extends BudgetReport {
  readonly breaker: BreakerState;
}

/** The only way to call Linear: every call passes the same budget, breaker, time limit and classifier. */
export interface Transport {
  /** Calls an operation. Throws {@link LinearError}, or the error of an unavailable token. */
  ask<V extends Record<string, unknown>, A>(
    operation: Operation<V, A>,
    variables: V,
    options?: CallOptions,
  ): Promise<A>;
  /** Calls a document whose response is not checked against a schema, as sent by `@linear/sdk`. */
  askUnchecked(name: string, document: string, variables: unknown, options?: CallOptions): Promise<unknown>;
  report(): TransportReport;
}

/** Estimated cost of a document of `@linear/sdk`, which has many more fields than ours. */
const unknownPoints = 500;

interface Call {
  readonly name: string;
  readonly document: string;
  readonly variables: unknown;
  readonly repeat: 'safe' | 'once';
  readonly points: number;
  readonly options: CallOptions;
}

type Attempt =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'failure'; readonly failure: Failure };

export function createTransport(options: TransportOptions): Transport {
  const { apiUrl, credentials, clock, random, timeoutMs, attempts, longestWaitMs } = options;
  assertSafeUrl(apiUrl);
  const authorization = authorizationOf(credentials);
  const budget: Budget = createBudget(options.reserve);
  const breaker = createBreaker(options.breaker);

  /** Waits until budget and breaker let the call through, or throws when that is too far away. */
  async function admitted({ name, options: { signal } }: Call, request: BudgetRequest) {
    for (;;) {
      throwIfCancelled(name, signal);
      const now = clock.now();
      const entered = breaker.enter(now);
      if (entered.kind === 'wait') {
        await waitOrThrow(name, entered.until, { reason: 'circuit-open', applied: 'no' }, signal);
        continue;
      }
      const admission = budget.admit(request, now);
      if (admission.kind === 'go') return { entry: entered.entry, permit: admission.permit };
      breaker.left(entered.entry);
      await waitOrThrow(name, admission.until, { reason: 'budget', applied: 'no' }, signal);
    }
  }

  async function waitOrThrow(name: string, until: number, failure: Failure, signal: AbortSignal | undefined) {
    const wait = until - clock.now();
    if (wait > longestWaitMs) throw new LinearError(name, failure, until);
    await sleepUnlessCancelled(name, Math.max(wait, 1), signal);
  }

  async function sleepUnlessCancelled(name: string, ms: number, signal: AbortSignal | undefined) {
    try {
      await clock.sleep(ms, signal);
    } catch {
      throw new LinearError(name, { reason: 'cancelled', applied: 'no' });
    }
  }

  async function attempt(call: Call): Promise<Attempt> {
    const { name, points, options: callOptions } = call;
    const header = await authorization();
    const { entry, permit } = await admitted(call, {
      operation: name,
      points,
      priority: callOptions.priority ?? 'ordinary',
    });
    const sent = await send(call, header);
    const now = clock.now();
    if (sent.kind === 'failure') {
      budget.settle(permit, undefined);
      if (sent.failure.reason === 'cancelled') breaker.left(entry);
      else breaker.failed(entry, sent.failure, now);
      return sent;
    }
    const heard: RateHeaders = rateHeaders(sent.answer.headers, now);
    budget.settle(permit, heard);
    const answer: Answer = readAnswer(sent.answer, now);
    if (answer.kind === 'failure') breaker.failed(entry, answer.failure, now);
    else breaker.answered(entry);
    return answer;
  }

  async function send(
    { document, variables, options: { signal } }: Call,
    header: string,
  ): Promise<{ kind: 'answer'; answer: WireAnswer } | { kind: 'failure'; failure: Failure }> {
    const tooLate = new AbortController();
    const arrived = new AbortController();
    const limit = clock.sleep(timeoutMs, arrived.signal).then(
      () => tooLate.abort(),
      () => undefined,
    );
    try {
      const response = await options.fetch(apiUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'user-agent': 'kamiwaza-uat',
          authorization: header,
        },
        body: JSON.stringify({ query: document, variables }),
        // A redirect would carry the token and the ticket to an arbitrary host.
        redirect: 'error',
        signal: signal === undefined ? tooLate.signal : AbortSignal.any([tooLate.signal, signal]),
      });
      const body = await response.text();
      return { kind: 'answer', answer: { status: response.status, headers: response.headers, body } };
    } catch (error) {
      if (tooLate.signal.aborted)
        return { kind: 'failure', failure: { reason: 'timeout', applied: 'unknown' } };
      if (signal?.aborted === true)
        return { kind: 'failure', failure: { reason: 'cancelled', applied: 'unknown' } };
      return { kind: 'failure', failure: networkFailure(error) };
    } finally {
      arrived.abort();
      await limit;
    }
  }

  async function run(call: Call): Promise<unknown> {
    const { name, repeat, options: callOptions } = call;
    for (let number = 1; ; number += 1) {
      const outcome = await attempt(call);
      options.onRequest(name, outcome.kind === 'data' ? 'ok' : outcome.failure.reason);
      if (outcome.kind === 'data') return outcome.data;
      const { failure } = outcome;
      const now = clock.now();
      const pause = breaker.state(now);
      const wait = Math.max(
        backOff({ attempt: number, waitMs: failure.waitMs, random: random() }),
        pause.kind === 'open' ? pause.until - now : 0,
      );
      const retryAt = passes(failure) ? now + wait : undefined;
      const mayRepeat = passes(failure) && (repeat === 'safe' || failure.applied === 'no');
      if (!mayRepeat || number >= attempts || wait > longestWaitMs)
        throw new LinearError(name, failure, retryAt);
      await sleepUnlessCancelled(name, wait, callOptions.signal);
    }
  }

  /** Options of a call, combined with the signal that aborts all calls. */
  const abortable = (callOptions: CallOptions): CallOptions => {
    const signals = [options.signal, callOptions.signal].filter((signal) => signal !== undefined);
    return signals.length === 0 ? callOptions : { ...callOptions, signal: AbortSignal.any(signals) };
  };

  return {
    async ask(operation, variables, callOptions = {}) {
      const { name, document, repeat, points } = operation;
      const data = await run({
        name,
        document,
        variables,
        repeat,
        points: points(variables),
        options: abortable(callOptions),
      });
      const parsed = operation.answer.safeParse(data);
      if (parsed.success) return parsed.data;
      const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
      throw new LinearError(name, { reason: 'unexpected-answer', where, applied: 'unknown' });
    },
    askUnchecked: (name, document, variables, callOptions = {}) =>
      run({
        name,
        document,
        variables,
        repeat: 'once',
        points: unknownPoints,
        options: abortable(callOptions),
      }),
    report: () => {
      const now = clock.now();
      return { ...budget.report(now), breaker: breaker.state(now) };
    },
  };
}

function passes({ reason }: Failure): boolean {
  return (
    reason === 'rate-limited' || reason === 'unavailable' || reason === 'network' || reason === 'timeout'
  );
}

function throwIfCancelled(name: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new LinearError(name, { reason: 'cancelled', applied: 'no' });
}

/** An API key is sent unchanged, an OAuth token as a bearer token. */
function authorizationOf(credentials: Credentials): () => Promise<string> {
  if ('apiKey' in credentials) {
    const { apiKey } = credentials;
    return async () => secret(apiKey, 'API key');
  }
  const { token } = credentials;
  return async () => `Bearer ${secret(typeof token === 'string' ? token : await token(), 'token')}`;
}

function secret(value: string, what: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw configurationError(
    `The ${what} for Linear is empty or contains spaces or line breaks: set it without them (docs/linear.md).`,
  );
}

/** Throws if the token would travel in clear text: only a server on this machine may be reached over http. */
function assertSafeUrl(apiUrl: string): void {
  const url = URL.parse(apiUrl);
  if (url === null)
    throw configurationError(
      `'${apiUrl}' is not a URL: the API of Linear is https://api.linear.app/graphql.`,
    );
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return;
  throw configurationError(
    `The API of Linear at ${url.origin} would receive the token in clear text: use https, or http on this machine only.`,
  );
}
