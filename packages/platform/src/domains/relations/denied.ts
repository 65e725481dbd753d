import type { FastifyReply } from 'fastify';

import type { Decision } from './service.ts';

/** Refuses a denied request: 403 with the reason, and the decision's id in a header. */
export function denied(reply: FastifyReply, { reason, decisionId }: Decision): FastifyReply {
  return reply.code(403).header('x-decision-id', decisionId).send({ detail: { reason } });
}
