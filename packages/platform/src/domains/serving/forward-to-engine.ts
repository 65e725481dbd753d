import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Instance } from '../engine/instance/start-instance.ts';

/**
 * Forwards a request to an engine and streams the response back, without the caller's credentials. When the
 * caller leaves, the connection to the engine is closed.
 */
export async function forwardToEngine(
  { url, key }: Instance,
  path: string,
  call: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { 'content-type': type, 'content-length': length } = call.headers;
  const passedOn = {
    authorization: `Bearer ${key}`,
    ...(type !== undefined && { 'content-type': type }),
    ...(length !== undefined && { 'content-length': length }),
  };
  const answered = Promise.withResolvers<IncomingMessage>();
  const asked = request(`${url}${path}`, { method: call.method, headers: passedOn }, answered.resolve);
  asked.on('error', answered.reject);
  reply.raw.on('close', () => asked.destroy());
  if (call.body instanceof Readable) call.body.pipe(asked);
  else asked.end();
  try {
    const answer = await answered.promise;
    // A broken stream stays without its end, so that the caller notices.
    answer.on('error', () => reply.raw.destroy());
    for (const name of ['content-type', 'content-length', 'retry-after']) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    return reply.code(answer.statusCode ?? 502).send(answer);
  } catch {
    return reply.code(502).send({
      error: { message: 'The engine hung up.', type: 'server_error', param: null, code: 'engine_gone' },
    });
  }
}
