import type { FastifyInstance } from 'fastify';

import type { Parts } from './parts.ts';

/** The inside of a platform that is being put together: no request has come in yet, and no route stands. */
export interface PlatformInternals {
  /** A member that is exchanged here is exchanged for every service. */
  services: Parts;
  /** For hooks that see each request before the routes do, or each answer after them. */
  http: FastifyInstance;
}
