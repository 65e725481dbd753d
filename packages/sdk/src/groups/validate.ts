import { callOf, type Call, type Outcome } from '../transport/call.ts';
import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type { ApiResponse } from '../transport/transport.ts';

/** An HTTP method that the validation endpoint accepts. */
export type Verb = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'PATCH';

/** The request that a gateway holds back, and how the gateway asks about it. */
export interface HeldRequest {
  /** The method of the validation request itself; GET by default. */
  readonly verb?: Verb;
  /** X-Forwarded-Method */
  readonly method?: string;
  /** X-Forwarded-Uri */
  readonly uri?: string;
  /** X-Forwarded-Host */
  readonly host?: string;
  /** X-Forwarded-Proto */
  readonly proto?: string;
  /**
   * The endpoint: `/auth/validate` (the default), `/auth/forward/validate`, or the latter followed by the path of the
   * held request, instead of X-Forwarded-Uri.
   */
  readonly at?: 'validate' | 'forward' | 'path';
}

/** The identity headers to put on the held request, names in lower case. */
export interface Validated {
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks, as a gateway does, who the bearer is and whether the held request may pass. */
export function validator(request: RequestFunction) {
  return (held: HeldRequest = {}, options: CallOptions = {}): Call<Validated> => {
    const { verb = 'GET', at = 'validate', uri = '/' } = held;
    const method = lowerCase(verb);
    const headers = { ...forwardedHeaders(held), ...options.headers };
    const call = request({ ...options, headers, acceptEmpty: true }, (client, init) => {
      if (at === 'validate') return client.request(method, '/auth/validate', init);
      if (at === 'forward') return client.request(method, '/auth/forward/validate', init);
      const params = { path: { path: uri.replace(/^\//, '') } };
      return client.request(method, '/auth/forward/validate/{path}', {
        ...init,
        params,
        pathSerializer: unencoded,
      });
    });
    return callOf(outcome(call));
  };
}

const lowerCase = <T extends string>(text: T) => text.toLowerCase() as Lowercase<T>;

/** The path with its one parameter inserted as it is: its slashes and its query must not be encoded. */
function unencoded(template: string, { path }: Record<string, unknown>): string {
  return template.replace('{path}', () => String(path));
}

async function outcome(call: Call<unknown>): Promise<Outcome<Validated>> {
  const response = await call.response;
  try {
    await call;
    return { kind: 'fulfilled', response, body: { headers: identityHeaders(response) } };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'rejected', response, error };
  }
}

function forwardedHeaders({ at, method, uri, host, proto }: HeldRequest): Record<string, string> {
  return {
    ...(method === undefined ? {} : { 'x-forwarded-method': method }),
    ...(uri === undefined || at === 'path' ? {} : { 'x-forwarded-uri': uri }),
    ...(host === undefined ? {} : { 'x-forwarded-host': host }),
    ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
  };
}

function identityHeaders({ headers }: ApiResponse): Record<string, string> {
  const identity = [...headers].filter(([name]) => /^x-(user-|auth-token|request-id|workroom-id)/.test(name));
  return Object.fromEntries(identity);
}
