import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Role } from '@uat/config';
import { createKamiwaza, type Kamiwaza } from '@uat/sdk';
import { stubServer } from '@uat/testing';

/** What the stub answers to a request: a body of JSON, a bare status, or both. */
export interface StubAnswer {
  status?: number;
  body?: unknown;
}

/** An API of which a test says the answers, and which remembers who asked for what. */
export interface StubApi extends AsyncDisposable {
  url: string;
  /** `admin DELETE /auth/users/42`, in order. */
  asked: string[];
  /** Bodies that came with them. */
  sent: string[];
  /** A client that holds the role's name as its token. */
  as(role: Role): Kamiwaza;
}

/** Answers `VERB /path` below `/api` as `answers` says, everything else with 404, until disposed. */
export async function stubApi(answers: Record<string, StubAnswer>): Promise<StubApi> {
  const asked: string[] = [];
  const sent: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const operation = `${request.method} ${request.url?.replace(/^\/api/, '')}`;
    asked.push(`${request.headers.authorization?.replace('Bearer ', '')} ${operation}`);
    const came = await text(request);
    if (came !== '') sent.push(came);
    const { status = 200, body } = answers[operation] ?? { status: 404, body: { detail: 'Not found' } };
    response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const server = await stubServer((request, response) => void answer(request, response));
  const { url } = server;
  return {
    url,
    asked,
    sent,
    as: (role) => createKamiwaza({ baseUrl: url, credentials: { kind: 'token', token: role } }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
