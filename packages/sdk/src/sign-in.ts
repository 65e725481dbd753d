import { z } from 'zod';
import type { Answer } from './transport/transport.ts';
import { apiBaseUrl } from './base-url.ts';
import type { Credentials } from './credentials.ts';
import { ApiError, AuthenticationError } from './errors/api-error.ts';
import { withoutTokens } from './errors/detail.ts';
import { errorOf } from './errors/error-of.ts';
import { KamiwazaError } from './errors/kamiwaza-error.ts';
import { exchange, type HttpAnswer, type Line, type Question } from './transport/send-once.ts';

const leewayMs = 30_000;
// Striking out "a" wherever it stands would hide nothing and spoil every message.
const shortestSecret = 4;
const tokenResponse = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().nullish(),
});

/**
 * One identity at one target, and its tokens. Several clients may share it; it never serves two identities, so two
 * users in one process cannot get each other's tokens out of a shared refresh.
 */
export interface SignIn {
  readonly baseUrl: string;
  /** Whether a refused bearer can be replaced: by a password or a refresh token, never for a fixed token. */
  readonly renewable: boolean;
  /** A bearer that should be good now, or undefined for nobody. Signs in on first use. */
  readonly bearer: () => Promise<string | undefined>;
  /** A bearer in place of one that was refused. Callers that come together share one request. */
  readonly renewed: (rejected: string) => Promise<string>;
  /** The text without this identity's secrets. */
  readonly withoutSecrets: (text: string) => string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly goodUntil: number;
}

/** Where and as whom to sign in; `fetch`, `timeoutMs` and `onAnswer` as for a client. */
export interface SignInOptions {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly fetch?: (request: Request) => Promise<HttpAnswer>;
  readonly timeoutMs?: number;
  readonly onAnswer?: (answer: Answer) => void;
}

/** A sign-in for these credentials. Nothing is sent before it is first needed. */
export function createSignIn({
  baseUrl: target,
  credentials,
  fetch = globalThis.fetch,
  timeoutMs = 30_000,
  onAnswer = () => undefined,
}: SignInOptions): SignIn {
  const baseUrl = apiBaseUrl(target);
  const line: Line = { baseUrl, fetch, timeoutMs, onAnswer };
  const renewable = credentials.kind === 'password' || credentials.kind === 'refresh';
  let tokens: Tokens | undefined;
  let flight: Promise<string> | undefined;
  if (credentials.kind === 'token') refuseUnsendable(credentials.token);

  function together(): Promise<string> {
    flight ??= obtain().finally(() => {
      flight = undefined;
    });
    return flight;
  }

  async function obtain(): Promise<string> {
    const refresh =
      tokens?.refresh ?? (credentials.kind === 'refresh' ? credentials.refreshToken : undefined);
    tokens = refresh === undefined ? await withPassword() : await withRefresh(refresh);
    return tokens.access;
  }

  async function withRefresh(refresh: string): Promise<Tokens> {
    try {
      return await ask(refreshQuestion(baseUrl, refresh), refresh);
    } catch (error) {
      // A refresh token that is no longer accepted is no fault; a 500 is one, and is not papered over.
      const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
      if (refused && credentials.kind === 'password') return withPassword();
      throw error;
    }
  }

  async function withPassword(): Promise<Tokens> {
    if (credentials.kind !== 'password')
      throw new KamiwazaError(`There is nothing to sign in with at ${baseUrl}.`);
    return ask(passwordQuestion(baseUrl, credentials));
  }

  async function ask(question: Question, refresh?: string): Promise<Tokens> {
    const asked = Date.now();
    const answer = await exchange(line, question);
    const error = errorOf(answer, { mayBeEmpty: false, withoutSecrets });
    if (error !== undefined) {
      // To the caller a refresh token that is not accepted is a failed sign-in, whatever number it came with.
      if (refresh === undefined || answer.status < 400 || answer.status >= 500) throw error;
      throw new AuthenticationError(answer);
    }
    const parsed = tokenResponse.safeParse(answer.body);
    if (!parsed.success) throw new ApiError(answer, 'no access_token and expires_in in the answer');
    const { access_token: access, expires_in: seconds, refresh_token: next } = parsed.data;
    // Half the life of a short-lived token, lest every call signs in anew.
    const leeway = Math.min(leewayMs, (seconds * 1000) / 2);
    return { access, refresh: next ?? refresh, goodUntil: asked + seconds * 1000 - leeway };
  }

  function withoutSecrets(text: string): string {
    const own = [...secretsIn(credentials), tokens?.access, tokens?.refresh].filter(
      (one) => one !== undefined,
    );
    const telling = own.filter(({ length }) => length >= shortestSecret);
    return telling.reduce((clean, secret) => clean.replaceAll(secret, '***'), withoutTokens(text));
  }

  return {
    baseUrl,
    renewable,
    withoutSecrets,
    async bearer() {
      if (credentials.kind === 'anonymous') return undefined;
      if (credentials.kind === 'token') return credentials.token;
      return tokens !== undefined && Date.now() < tokens.goodUntil ? tokens.access : together();
    },
    async renewed(rejected) {
      // Whoever comes late finds that somebody has renewed it already.
      return tokens !== undefined && tokens.access !== rejected ? tokens.access : together();
    },
  };
}

function passwordQuestion(
  baseUrl: string,
  { username, password }: { username: string; password: string },
): Question {
  return {
    operationId: 'token',
    path: '/auth/token',
    method: 'POST',
    url: `${baseUrl}/auth/token`,
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: new URLSearchParams({ username, password, grant_type: 'password' }).toString(),
  };
}

function refreshQuestion(baseUrl: string, refreshToken: string): Question {
  const query = new URLSearchParams({ refresh_token: refreshToken });
  return {
    operationId: 'refresh',
    path: '/auth/refresh',
    method: 'POST',
    url: `${baseUrl}/auth/refresh?${query}`,
    headers: new Headers(),
  };
}

function secretsIn(credentials: Credentials): readonly string[] {
  if (credentials.kind === 'token') return [credentials.token];
  if (credentials.kind === 'refresh') return [credentials.refreshToken];
  return credentials.kind === 'password' ? [credentials.password] : [];
}

/** Node's own error for such a header quotes it, secret and all. */
function refuseUnsendable(token: string): void {
  if (/^[\x21-\x7e]+$/.test(token)) return;
  throw new KamiwazaError(
    'The token is empty or has characters no header can carry; was it copied with a line break?',
  );
}
