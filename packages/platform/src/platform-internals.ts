import type { FastifyInstance } from 'fastify';

import type { Services } from './services.ts';

/** The inside of a platform before its first request, and before its routes are registered. */
export interface PlatformInternals {
  /** Overriding a service, or a member of one, overrides it for all. */
  services: Services;
  /** For hooks that run before or after the routes. */
  http: FastifyInstance;
}
