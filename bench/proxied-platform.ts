import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { platformReadyLine, platformReadySchema } from '@uat/config';
import getPort from 'get-port';
import { $ } from 'zx';

export interface Asked {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The events of an event stream, as they arrive; its body is empty. */
  events?: Readable;
}

/** Middleware between a client and the platform: receives each request, and returns the response to it. */
export type Middle = (request: Asked, onward: (request: Asked) => Promise<Answered>) => Promise<Answered>;

export interface ProxiedPlatform extends AsyncDisposable {
  /** Address of the proxy. */
  url: string;
  /** Process id of the platform. */
  pid: number;
  /** Variables that tell `uat` and Playwright about the target `bench` (bench/uat.config.ts) and its roles. */
  env: NodeJS.ProcessEnv;
}

/** A platform, started with `flags`, behind a reverse proxy; `middle` may read or change what passes. */
export async function proxiedPlatform(
  middle: Middle,
  flags: readonly string[] = [],
): Promise<ProxiedPlatform> {
  const port = await getPort({ host: '127.0.0.1' });
  const onward = async ({ method, path, headers: received, body }: Asked): Promise<Answered> => {
    const answered = Promise.withResolvers<IncomingMessage>();
    // A connection for each request: a kept one may be closed at the moment of its next use.
    const { connection: _, ...headers } = received;
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false } as const;
    const request = forward(options, answered.resolve);
    request.on('error', answered.reject);
    request.end(body);
    const answer = await answered.promise;
    const { statusCode: status = 502, headers: sent } = answer;
    return sent['content-type']?.startsWith('text/event-stream')
      ? { status, headers: sent, body: Buffer.alloc(0), events: answer }
      : { status, headers: sent, body: await buffer(answer) };
  };

  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    void buffer(incoming)
      .then((body) => middle({ method, path, headers, body }, onward))
      .then(({ status, headers: answered, body, events }) => {
        const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...rest } = answered;
        outgoing.writeHead(status, { ...rest, ...(body.length > 0 && { 'content-length': body.length }) });
        if (events) return pipeline(events, outgoing);
        outgoing.end(body);
      })
      // A client that leaves ends both sides.
      .catch(() => outgoing.destroy());
  });
  // Longer than clients keep a connection: closing one while its next request arrives would fail that request.
  proxy.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  const platform = $({
    quiet: true,
    nothrow: true,
  })`node packages/platform/src/main.ts --json --port ${port} --public-url ${url} ${flags}`;
  const ready = await new Promise<string>((resolve) => {
    createInterface({ input: platform.stdout }).on('line', (line) => {
      const found = platformReadyLine.exec(line)?.groups?.['UAT_PLATFORM'];
      if (found !== undefined) resolve(found);
    });
  });
  const { accounts } = platformReadySchema.parse(JSON.parse(ready));
  const variables = { admin: 'KAMIWAZA', user: 'UAT_USER', viewer: 'UAT_VIEWER' } as const;
  const credentials = accounts.flatMap(({ role, username, password }) => [
    [`${variables[role]}_USERNAME`, username],
    [`${variables[role]}_PASSWORD`, password],
  ]);
  const { pid } = platform;
  if (pid === undefined) throw new Error('The platform did not start: it has no process.');
  return {
    url,
    pid,
    env: {
      ...process.env,
      ...Object.fromEntries(credentials),
      BENCH_URL: url,
      UAT_CONFIG: new URL('uat.config.ts', import.meta.url).pathname,
      UAT_TARGET: 'bench',
    },
    async [Symbol.asyncDispose]() {
      await platform.kill('SIGTERM');
      await platform;
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
