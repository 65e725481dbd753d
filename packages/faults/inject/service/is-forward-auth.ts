import type { FastifyRequest } from 'fastify';

/** Whether a request is a gateway's question about another one. */
export function isForwardAuth(request: FastifyRequest | undefined): boolean {
  return /^\/api\/auth\/(forward\/)?validate\b/.test(request?.url ?? '');
}
