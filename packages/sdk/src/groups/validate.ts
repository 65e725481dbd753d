import type { Answer } from '../transport/transport.ts';
import type { Ask, CallOptions } from '../transport/request.ts';
import { callOf, type Call, type Outcome } from '../transport/call.ts';

/** How each verb is written, and the operation it is at each of the three addresses. */
const questions = {
  GET: { method: 'get', validate: 'validateGet', forward: 'forwardGet', path: 'forwardPathGet' },
  PUT: { method: 'put', validate: 'validatePut', forward: 'forwardPut', path: 'forwardPathPut' },
  POST: { method: 'post', validate: 'validatePost', forward: 'forwardPost', path: 'forwardPathPost' },
  DELETE: {
    method: 'delete',
    validate: 'validateDelete',
    forward: 'forwardDelete',
    path: 'forwardPathDelete',
  },
  OPTIONS: {
    method: 'options',
    validate: 'validateOptions',
    forward: 'forwardOptions',
    path: 'forwardPathOptions',
  },
  PATCH: { method: 'patch', validate: 'validatePatch', forward: 'forwardPatch', path: 'forwardPathPatch' },
} as const;

/** A verb the gateway may ask with. */
export type Verb = keyof typeof questions;

/** The request a gateway holds back, and the verb it asks with. */
export interface HeldRequest {
  /** How the question itself is sent; GET when left out. */
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
   * Where to ask: `/auth/validate` when left out, `/auth/forward/validate`, or the latter with the path of the held
   * request behind it, instead of X-Forwarded-Uri.
   */
  readonly at?: 'validate' | 'forward' | 'path';
}

/** The identity headers to put on the held request, names in lower case. */
export interface Validated {
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks, as a gateway does, who the bearer is and whether the held request may pass. */
export function validator(ask: Ask) {
  return (held: HeldRequest = {}, options: CallOptions = {}): Call<Validated> => {
    const { verb = 'GET', at = 'validate', uri = '/' } = held;
    const { method, [at]: operationId } = questions[verb];
    const headers = { ...forwarded(held), ...options.headers };
    const call = ask({ operationId, mayBeEmpty: true }, { ...options, headers }, (client, init) => {
      if (at === 'validate') return client.request(method, '/auth/validate', init);
      if (at === 'forward') return client.request(method, '/auth/forward/validate', init);
      const params = { path: { path: uri.replace(/^\//, '') } };
      return client.request(method, '/auth/forward/validate/{path}', {
        ...init,
        params,
        pathSerializer: greedily,
      });
    });
    return callOf(outcome(call));
  };
}

/** This one parameter holds slashes, and a query, that must stay what they are. */
function greedily(template: string, { path }: Record<string, unknown>): string {
  return template.replace('{path}', () => String(path));
}

async function outcome(call: Call<unknown>): Promise<Outcome<Validated>> {
  const answer = await call.answer;
  try {
    await call;
    return { kind: 'fulfilled', answer, body: { headers: identityIn(answer) } };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'refused', answer, error };
  }
}

function forwarded({ at, method, uri, host, proto }: HeldRequest): Record<string, string> {
  return {
    ...(method === undefined ? {} : { 'x-forwarded-method': method }),
    ...(uri === undefined || at === 'path' ? {} : { 'x-forwarded-uri': uri }),
    ...(host === undefined ? {} : { 'x-forwarded-host': host }),
    ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
  };
}

function identityIn({ headers }: Answer): Record<string, string> {
  const identity = [...headers].filter(([name]) => /^x-(user-|auth-token|request-id|workroom-id)/.test(name));
  return Object.fromEntries(identity);
}
