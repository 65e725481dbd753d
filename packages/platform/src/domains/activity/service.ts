import type { FastifyRequest } from 'fastify';

import type { Foundation } from '../../foundation.ts';
import { audit, type AuditedAct } from './audit.ts';

/** The record of who did what. */
export interface ActivityService {
  audit(request: FastifyRequest, act: AuditedAct): void;
}

/** Creates the activity service. */
export function createActivityService(foundation: Pick<Foundation, 'store' | 'log'>): ActivityService {
  return { audit: (request, act) => audit(foundation, request, act) };
}
