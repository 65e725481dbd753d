import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Role } from '@uat/config';
import { createKamiwaza, type Kamiwaza } from '@uat/sdk';
import { stubServer } from '@uat/testing';

/** A response of the stub: a JSON body, a bare status, or both. */
export interface StubResponse {
  status?: number;
  body?: unknown;
}

/** An API with responses defined by a test, which records the requests and their roles. */
export interface StubApi extends AsyncDisposable {
  url: string;
  /** `admin DELETE /auth/users/42`, in order. */
  requests: string[];
  /** The request bodies, in order. */
  sent: string[];
  /** A client with the role's name as its token. */
  as(role: Role): Kamiwaza;
}

/** Responds to `VERB /path` below `/api` as `responses` defines, and to anything else with 404, until disposed. */
export async function stubApi(responses: Record<string, StubResponse>): Promise<StubApi> {
  const requests: string[] = [];
  const sent: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const operation = `${request.method} ${request.url?.replace(/^\/api/, '')}`;
    requests.push(`${request.headers.authorization?.replace('Bearer ', '')} ${operation}`);
    const sentBody = await text(request);
    if (sentBody !== '') sent.push(sentBody);
    const { status = 200, body } = responses[operation] ?? { status: 404, body: { detail: 'Not found' } };
    response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const server = await stubServer((request, response) => void answer(request, response));
  const { url } = server;
  return {
    url,
    requests,
    sent,
    as: (role) => createKamiwaza({ baseUrl: url, credentials: { kind: 'token', token: role } }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
