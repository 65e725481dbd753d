import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { platformReadyLine, platformReadySchema } from '@uat/config';
import { type Middleware, openWireProxy, upstream } from '@uat/faults';
import { $ } from 'zx';

export interface ProxiedPlatform extends AsyncDisposable {
  /** Where clients reach it. */
  url: string;
  /** The platform's process. */
  pid: number;
  /** Variables by which `uat` and Playwright find the target `bench` (bench/uat.config.ts) and its roles. */
  env: NodeJS.ProcessEnv;
}

/** A platform behind a reverse proxy; `middleware` may look at what passes. */
export async function proxiedPlatform(
  middleware: Middleware = (request, next) => next(request),
): Promise<ProxiedPlatform> {
  const port = await freePort();
  const proxy = await openWireProxy({ middlewares: [middleware] });
  proxy.forwardTo(upstream(`http://127.0.0.1:${port}`));
  const { url } = proxy;

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
  const { pid } = platform;
  if (pid === undefined) throw new Error('the platform has no process');
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
      await proxy[Symbol.asyncDispose]();
    },
  };
}

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
