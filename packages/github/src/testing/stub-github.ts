import type { IncomingMessage } from 'node:http';
import { type StubServer, stubServer } from '@uat/testing';
import { type GithubClient, githubClient } from '../client/github-client.ts';

interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A REST API of GitHub whose answers are written by a test. */
export interface StubGithub extends AsyncDisposable {
  client: GithubClient;
  url: string;
  requests: StubServer['requests'];
  /** The bodies that were sent, in order. */
  sent: Record<string, unknown>[];
}

/** Serves answers by `METHOD /path`, without the query; a list is the answers to requests one after another. */
export async function stubGithub(answers: Record<string, StubAnswer | StubAnswer[]>): Promise<StubGithub> {
  const sent: Record<string, unknown>[] = [];
  const counts = new Map<string, number>();
  const server = await stubServer((request, response) => {
    const key = `${request.method} ${request.url?.split('?')[0]}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const written = answers[key];
    const answer = Array.isArray(written) ? (written[count] ?? written.at(-1)) : written;
    void bodyOf(request).then((body) => {
      if (body !== undefined) sent.push(body);
      const { status = 200, headers = {}, body: data = {} } = answer ?? { status: 404 };
      const links = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replaceAll('<API>', server.url)]),
      );
      response.writeHead(status, { 'content-type': 'application/json', ...links });
      response.end(JSON.stringify(data));
    });
  });
  const run = { owner: 'acme', repo: 'uat', api: server.url, url: '', order: { number: 41, attempt: 1 } };
  return {
    client: githubClient({ ...run, token: 'token-of-the-job' }, { retryBase: 1 }),
    ...{ url: server.url, requests: server.requests, sent },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
}
