import type { FastifyPluginAsync } from 'fastify';

export interface ProbesOptions {
  /** Why the service cannot work, as a sentence; undefined when it can. */
  readonly ready: () => Promise<string | undefined>;
}

/** Adds `/healthz` (the process is alive) and `/readyz` (the service can work; otherwise 503 and the reason). */
export function probes({ ready }: ProbesOptions): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get('/healthz', () => 'ok\n');

    app.get('/readyz', async (request, reply) => {
      const problem = await ready().catch((error: unknown) => {
        request.log.error({ err: error }, 'readiness could not be determined');
        return 'Whether the gate is ready could not be determined; its log says why.';
      });
      return problem === undefined ? 'ready\n' : reply.code(503).send(`${problem}\n`);
    });
  };
}
