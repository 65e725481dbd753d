import createClient, { type Client } from 'openapi-fetch';
import { errorOf } from '../errors/error-of.ts';
import { operationIds } from '../generated/operation-ids.ts';
import type { paths } from '../generated/schema.ts';
import type { SignIn } from '../sign-in.ts';
import { callOf, type Call, type Outcome } from './call.ts';
import { sendOnce } from './send-once.ts';
import { sendWithReauth, type ReauthResult } from './send-with-reauth.ts';
import type { ApiRequest, Transport } from './transport.ts';

/** The last argument of every method of a client. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The options of a call, and how its operation differs from most. */
export interface RequestOptions extends CallOptions {
  /** Sends no bearer: the operation is open to all, and a broken sign-in must not hide a healthy service. */
  readonly skipAuth?: boolean;
  /** Takes a response without a body as a success. */
  readonly acceptEmpty?: boolean;
  /** Takes a body of any content type as a success: the operation serves a page for people. */
  readonly acceptHtml?: boolean;
  /** Resolves the path at the target's origin instead of its API, as the contract's `servers` say. */
  readonly absolutePath?: boolean;
}

/** Init of openapi-fetch, to spread into its methods. A type alias, because they need an implicit index signature. */
export type Init = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly headers: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly middleware: [{ onRequest: (context: { readonly schemaPath: string }) => undefined }];
};

type Send<T> = (client: Client<paths>, init: Init) => Promise<{ readonly data?: T }>;

/** Makes one call: openapi-fetch builds the typed request, transport and sign-in deliver it. */
export type RequestFunction = <T>(options: RequestOptions, send: Send<T>) => Call<T>;

/** The request function of one client. `headers` go with each of its calls. */
export function createRequest(
  transport: Transport,
  signIn: SignIn,
  headers: Readonly<Record<string, string>>,
): RequestFunction {
  const client = createClient<paths>({ baseUrl: transport.baseUrl });

  async function outcome<T>(options: RequestOptions, send: Send<T>): Promise<Outcome<T>> {
    const sent: { result?: ReauthResult; path: string } = { path: '' };
    const init: Init = {
      headers: { ...headers, ...options.headers },
      baseUrl: options.absolutePath === true ? transport.baseUrl.replace(/\/api$/, '') : transport.baseUrl,
      // openapi-fetch passes the path template to its middleware only.
      middleware: [{ onRequest: ({ schemaPath }) => void (sent.path = schemaPath) }],
      fetch: async (request) => {
        const apiRequest = await apiRequestOf(request, sent.path, options.signal);
        sent.result =
          options.skipAuth === true
            ? { response: await sendOnce(transport, apiRequest) }
            : await sendWithReauth(transport, signIn, apiRequest);
        return fetchResponseOf(sent.result, options, signIn);
      },
    };
    try {
      const { data } = await send(client, init);
      if (sent.result === undefined) throw new TypeError('The call ended without a request.');
      return { kind: 'fulfilled', response: sent.result.response, body: data as T };
    } catch (error) {
      if (sent.result === undefined || !(error instanceof Error)) throw error;
      return { kind: 'rejected', response: sent.result.response, error };
    }
  }

  return (options, send) => callOf(outcome(options, send));
}

async function apiRequestOf(
  request: Request,
  path: string,
  signal: AbortSignal | undefined,
): Promise<ApiRequest> {
  const { method, url, headers } = request;
  const operation = `${method} ${path}`;
  const operationId = operationIds[operation] ?? operation;
  const body = request.body === null ? undefined : await request.text();
  return { operationId, path, method, url, headers, body, signal };
}

/** The response as openapi-fetch reads it; throws the typed error of a failed one. */
function fetchResponseOf(
  { response, note, error: renewalError }: ReauthResult,
  { acceptEmpty = false, acceptHtml = false }: RequestOptions,
  { withoutSecrets }: SignIn,
): Response {
  if (renewalError !== undefined) throw renewalError;
  const error = errorOf(response, { acceptEmpty, acceptHtml, note, withoutSecrets });
  if (error !== undefined) throw error;
  return response.body === undefined ? new Response(null, { status: 204 }) : Response.json(response.body);
}
