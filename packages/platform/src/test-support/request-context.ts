import { AsyncLocalStorage } from 'node:async_hooks';

import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A value that a request of a test carries in a header, and that applies to everything done on its behalf. */
export interface RequestContext<Value> {
  /** The value of the current request; undefined for a request without the header, and outside of requests. */
  current(): Value | undefined;
}

/** Reads the value of `header` from each request of `app`. `parse` throws for one that is invalid. */
export function requestContext<Value>(
  app: FastifyInstance,
  header: string,
  parse: (text: string) => Value,
): RequestContext<Value> {
  const storage = new AsyncLocalStorage<Value>();
  const enter = ({ headers }: FastifyRequest, done: (error?: Error) => void) => {
    const given = headers[header];
    if (given === undefined) return done();
    let value: Value;
    try {
      value = parse(String(given));
    } catch (error) {
      return done(error instanceof Error ? error : new Error(String(error)));
    }
    storage.run(value, done);
  };
  app.addHook('onRequest', (request, _reply, done) => enter(request, done));
  // Reading a body leaves the context of the first hook.
  app.addHook('preValidation', (request, _reply, done) => enter(request, done));
  return { current: () => storage.getStore() };
}
