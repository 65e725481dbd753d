import { createServer, type IncomingHttpHeaders, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { platformReadyLine, platformReadySchema } from '@uat/config';
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
}

/** What stands between a client and the platform: sees a request, and gives the answer to it. */
export type Middle = (asked: Asked, onward: (asked: Asked) => Promise<Answered>) => Promise<Answered>;

export interface ProxiedPlatform extends AsyncDisposable {
  /** Where clients reach it. */
  url: string;
  /** Variables by which `uat` and Playwright find the target `bench` (bench/uat.config.ts) and its roles. */
  env: NodeJS.ProcessEnv;
}

/** A platform behind a reverse proxy; `middle` may look at what passes, or change it. */
export async function proxiedPlatform(middle: Middle): Promise<ProxiedPlatform> {
  const port = await freePort();
  const onward = ({ method, path, headers, body }: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      const request = forward({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        const { statusCode: status = 502, headers: answered } = answer;
        buffer(answer).then((whole) => resolve({ status, headers: answered, body: whole }), reject);
      });
      request.on('error', reject);
      request.end(body);
    });

  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    void buffer(incoming)
      .then((body) => middle({ method, path, headers, body }, onward))
      .then(
        ({ status, headers: answered, body }) => {
          const { 'transfer-encoding': _, 'content-length': __, ...rest } = answered;
          outgoing.writeHead(status, { ...rest, ...(body.length > 0 && { 'content-length': body.length }) });
          outgoing.end(body);
        },
        () => outgoing.destroy(),
      );
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  const platform = $({
    quiet: true,
    nothrow: true,
  })`node packages/platform/src/main.ts --json --port ${port} --public-url ${url}`;
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
  return {
    url,
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

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
