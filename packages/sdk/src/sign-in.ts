import { z } from 'zod';
import { apiBaseUrl } from './base-url.ts';
import type { Credentials } from './credentials.ts';
import { ApiError, AuthenticationError } from './errors/api-error.ts';
import { withoutTokens } from './errors/detail.ts';
import { errorOf } from './errors/error-of.ts';
import { KamiwazaError } from './errors/kamiwaza-error.ts';
import { sendOnce } from './transport/send-once.ts';
import type { ApiRequest, ApiResponse, HttpResponse, Transport } from './transport/transport.ts';

const leewayMs = 30_000;
// Replacing a shorter secret wherever it occurs would hide nothing and garble every message.
const shortestSecret = 4;
const tokenResponse = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().nullish(),
});

/**
 * One identity at one target, and its tokens. Several clients may share it. It never serves two identities, so that
 * two users in one process cannot get each other's tokens from a shared refresh.
 */
export interface SignIn {
  readonly baseUrl: string;
  /** Whether a refused bearer can be replaced, with a password or a refresh token; never for a fixed token. */
  readonly renewable: boolean;
  /** A bearer that has not expired, or undefined for anonymous clients. Signs in on first use. */
  readonly bearer: () => Promise<string | undefined>;
  /** A bearer to replace a refused one. Concurrent callers share one request. */
  readonly renewed: (rejected: string) => Promise<string>;
  /** The text without this identity's secrets. */
  readonly withoutSecrets: (text: string) => string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly goodUntil: number;
}

/** The target and the identity to sign in with; `fetch`, `timeoutMs` and `onResponse` as for a client. */
export interface SignInOptions {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly fetch?: (request: Request) => Promise<HttpResponse>;
  readonly timeoutMs?: number;
  readonly onResponse?: (response: ApiResponse) => void;
}

/** A sign-in with these credentials. Nothing is sent before its first use. */
export function createSignIn({
  baseUrl: target,
  credentials,
  fetch = globalThis.fetch,
  timeoutMs = 30_000,
  onResponse = () => undefined,
}: SignInOptions): SignIn {
  const baseUrl = apiBaseUrl(target);
  const transport: Transport = { baseUrl, fetch, timeoutMs, onResponse };
  const renewable = credentials.kind === 'password' || credentials.kind === 'refresh';
  let tokens: Tokens | undefined;
  let pending: Promise<string> | undefined;
  if (credentials.kind === 'token') rejectUnsendable(credentials.token);

  function obtainOnce(): Promise<string> {
    pending ??= obtain().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function obtain(): Promise<string> {
    const refresh =
      tokens?.refresh ?? (credentials.kind === 'refresh' ? credentials.refreshToken : undefined);
    tokens = refresh === undefined ? await withPassword() : await withRefresh(refresh);
    return tokens.access;
  }

  async function withRefresh(refresh: string): Promise<Tokens> {
    try {
      return await requestTokens(refreshRequest(baseUrl, refresh), refresh);
    } catch (error) {
      // A refused refresh token is normal and has a remedy; a 500 is a failure and must not be hidden.
      const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
      if (refused && credentials.kind === 'password') return withPassword();
      throw error;
    }
  }

  async function withPassword(): Promise<Tokens> {
    if (credentials.kind !== 'password')
      throw new KamiwazaError(`There are no credentials to sign in with at ${baseUrl}.`);
    return requestTokens(passwordRequest(baseUrl, credentials));
  }

  async function requestTokens(request: ApiRequest, refresh?: string): Promise<Tokens> {
    const sentAt = Date.now();
    const response = await sendOnce(transport, request);
    const error = errorOf(response, { acceptEmpty: false, withoutSecrets });
    if (error !== undefined) {
      // For the caller, a refused refresh token is a failed sign-in, whatever its status.
      if (refresh === undefined || response.status < 400 || response.status >= 500) throw error;
      throw new AuthenticationError(response);
    }
    const parsed = tokenResponse.safeParse(response.body);
    if (!parsed.success) throw new ApiError(response, 'no access_token and expires_in in the response');
    const { access_token: access, expires_in: seconds, refresh_token: next } = parsed.data;
    // At most half the lifetime: with a short-lived token, every call would otherwise sign in again.
    const leeway = Math.min(leewayMs, (seconds * 1000) / 2);
    return { access, refresh: next ?? refresh, goodUntil: sentAt + seconds * 1000 - leeway };
  }

  function withoutSecrets(text: string): string {
    const secrets = [...secretsIn(credentials), tokens?.access, tokens?.refresh].filter(
      (one) => one !== undefined,
    );
    const replaceable = secrets.filter(({ length }) => length >= shortestSecret);
    return replaceable.reduce((clean, secret) => clean.replaceAll(secret, '***'), withoutTokens(text));
  }

  return {
    baseUrl,
    renewable,
    withoutSecrets,
    async bearer() {
      if (credentials.kind === 'anonymous') return undefined;
      if (credentials.kind === 'token') return credentials.token;
      return tokens !== undefined && Date.now() < tokens.goodUntil ? tokens.access : obtainOnce();
    },
    async renewed(rejected) {
      // A late caller finds that another has already renewed it.
      return tokens !== undefined && tokens.access !== rejected ? tokens.access : obtainOnce();
    },
  };
}

function passwordRequest(
  baseUrl: string,
  { username, password }: { username: string; password: string },
): ApiRequest {
  return {
    operationId: 'token',
    path: '/auth/token',
    method: 'POST',
    url: `${baseUrl}/auth/token`,
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: new URLSearchParams({ username, password, grant_type: 'password' }).toString(),
  };
}

function refreshRequest(baseUrl: string, refreshToken: string): ApiRequest {
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

/** Rejects a token here because Node's own error for an invalid header quotes it, secret and all. */
function rejectUnsendable(token: string): void {
  if (/^[\x21-\x7e]+$/.test(token)) return;
  throw new KamiwazaError(
    'The token is empty or has characters that a header cannot carry; was it copied with a line break?',
  );
}
