import type { FastifyPluginAsync } from 'fastify';

export interface ProbesOptions {
  /** Why the service cannot do its work yet or any more, as a sentence; undefined when it can. */
  readonly ready: () => Promise<string | undefined>;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, else 503 and the reason. */
export function probes({ ready }: ProbesOptions): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get('/healthz', () => 'ok\n');

    app.get('/readyz', async (request, reply) => {
      const problem = await ready().catch((error: unknown) => {
        request.log.error({ err: error }, 'readiness could not be found out');
        return 'Whether the gate is ready could not be found out; its log says why.';
      });
      return problem === undefined ? 'ready\n' : reply.code(503).send(`${problem}\n`);
    });
  };
}
