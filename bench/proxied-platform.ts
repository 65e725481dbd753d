import { createInterface } from 'node:readline';
import { platformReadyLine, platformReadySchema } from '@uat/config';
import { type Middleware, openWireProxy, upstream } from '@uat/faults';
import getPort from 'get-port';
import { $ } from 'zx';

export interface ProxiedPlatform extends AsyncDisposable {
  /** Address of the proxy. */
  url: string;
  /** Process id of the platform. */
  pid: number;
  /** Variables that tell `uat` and Playwright about the target `bench` (bench/uat.config.ts) and its roles. */
  env: NodeJS.ProcessEnv;
}

/** A platform behind a reverse proxy; `middleware` may read or change what passes. */
export async function proxiedPlatform(
  middleware: Middleware = (request, next) => next(request),
): Promise<ProxiedPlatform> {
  const port = await getPort({ host: '127.0.0.1' });
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
      await proxy[Symbol.asyncDispose]();
    },
  };
}
