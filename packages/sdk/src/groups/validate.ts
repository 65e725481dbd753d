import type { Answer } from '../answer.ts';
import type { Ask, CallOptions } from '../ask.ts';
import { callOf, type Call, type Outcome } from '../call.ts';

const operationIds = {
  GET: 'validateGet',
  PUT: 'validatePut',
  POST: 'validatePost',
  DELETE: 'validateDelete',
  OPTIONS: 'validateOptions',
  PATCH: 'validatePatch',
} as const;

/** A verb the gateway may ask with. */
export type Verb = keyof typeof operationIds;

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
  readonly headers?: Readonly<Record<string, string>>;
}

/** The identity headers to put on the held request, names in lower case. */
export interface Validated {
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks, as a gateway does, who the bearer is and whether the held request may pass. */
export function validator(ask: Ask) {
  return ({ verb = 'GET', ...held }: HeldRequest = {}, options: CallOptions = {}): Call<Validated> => {
    const headers = { ...forwarded(held), ...held.headers, ...options.headers };
    const call = ask(
      { operationId: operationIds[verb], mayBeEmpty: true },
      { ...options, headers },
      (client, init) => client.request(lowercased[verb], '/auth/validate', init),
    );
    return callOf(outcome(call));
  };
}

const lowercased = {
  GET: 'get',
  PUT: 'put',
  POST: 'post',
  DELETE: 'delete',
  OPTIONS: 'options',
  PATCH: 'patch',
} as const;

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

function forwarded({ method, uri, host, proto }: HeldRequest): Record<string, string> {
  return {
    ...(method === undefined ? {} : { 'x-forwarded-method': method }),
    ...(uri === undefined ? {} : { 'x-forwarded-uri': uri }),
    ...(host === undefined ? {} : { 'x-forwarded-host': host }),
    ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
  };
}

function identityIn({ headers }: Answer): Record<string, string> {
  const identity = [...headers].filter(([name]) => /^x-(user-|auth-token|request-id|workroom-id)/.test(name));
  return Object.fromEntries(identity);
}
