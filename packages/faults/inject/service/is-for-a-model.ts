import type { FastifyRequest } from 'fastify';

/** Whether a request is a question to a deployed model. */
export function isForAModel(request: FastifyRequest | undefined): boolean {
  return request?.url.startsWith('/runtime/models/') === true;
}
