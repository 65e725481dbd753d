import { isJsonType } from '@uat/contract/media-type';
import { KamiwazaError } from '../errors/kamiwaza-error.ts';
import { networkErrorOf } from '../errors/network-error.ts';
import type { ApiRequest, ApiResponse, HttpResponse, Transport } from './transport.ts';

/**
 * Sends a request once and gives the response, whatever its status.
 * @throws TimeoutError or UnreachableError without a response; KamiwazaError, before sending, for a request to another
 * origin than the target's; the reason of the caller's signal when that is aborted.
 */
export async function sendOnce(
  transport: Transport,
  apiRequest: ApiRequest,
  bearer?: string,
): Promise<ApiResponse> {
  const { origin, pathname } = new URL(apiRequest.url);
  rejectOtherOrigin(origin, transport, apiRequest);
  const headers = new Headers(apiRequest.headers);
  const sentId = headers.get('x-request-id') ?? crypto.randomUUID();
  headers.set('x-request-id', sentId);
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  const limit = AbortSignal.timeout(transport.timeoutMs);
  const signal = apiRequest.signal === undefined ? limit : AbortSignal.any([limit, apiRequest.signal]);
  // No redirects are followed and no cookies kept: the credential stays in one header, at one origin.
  const request = new Request(apiRequest.url, {
    method: apiRequest.method,
    headers,
    body: apiRequest.body ?? null,
    signal,
    redirect: 'manual',
    credentials: 'omit',
  });

  const started = performance.now();
  const { response, text } = await unlessAborted(signal, fetchText(transport, request)).catch(
    (cause: unknown) => {
      apiRequest.signal?.throwIfAborted();
      const what = `${apiRequest.method} ${pathname}`;
      throw networkErrorOf(cause, { what, origin, requestId: sentId, timeoutMs: transport.timeoutMs });
    },
  );
  const contentType = response.headers.get('content-type');
  const apiResponse: ApiResponse = {
    operationId: apiRequest.operationId,
    method: apiRequest.method,
    path: apiRequest.path,
    url: withoutSecrets(apiRequest.url),
    sent: apiRequest.body,
    status: response.status,
    headers: response.headers,
    contentType,
    body: parseBody(text, contentType),
    requestId: response.headers.get('x-request-id') ?? sentId,
    seconds: Math.round(performance.now() - started) / 1000,
  };
  transport.onResponse(apiResponse);
  return apiResponse;
}

function rejectOtherOrigin(origin: string, { baseUrl }: Transport, { operationId }: ApiRequest): void {
  const targetOrigin = new URL(baseUrl).origin;
  if (origin === targetOrigin) return;
  throw new KamiwazaError(
    `${operationId} would go to ${origin}, away from the target at ${targetOrigin}; it was not sent.`,
  );
}

async function fetchText(
  transport: Transport,
  request: Request,
): Promise<{ response: HttpResponse; text: string }> {
  const response = await transport.fetch(request);
  return { response, text: await response.text() };
}

/** The result of `work`, or a rejection once the signal aborts, even if an injected fetch ignores the signal. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function parseBody(text: string, contentType: string | null): unknown {
  if (text === '') return undefined;
  if (!isJsonType(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The address without the refresh token, which the API takes in the query of /auth/refresh. */
function withoutSecrets(address: string): string {
  const url = new URL(address);
  if (url.searchParams.has('refresh_token')) url.searchParams.set('refresh_token', '***');
  return url.href;
}
