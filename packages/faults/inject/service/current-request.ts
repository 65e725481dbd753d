import { AsyncLocalStorage } from 'node:async_hooks';

import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A function that gives the request on whose behalf it is called, for faults of one entry point only. */
export function currentRequest(http: FastifyInstance): () => FastifyRequest | undefined {
  const storage = new AsyncLocalStorage<FastifyRequest>();
  http.addHook('onRequest', (request, _reply, done) => storage.run(request, done));
  return () => storage.getStore();
}
