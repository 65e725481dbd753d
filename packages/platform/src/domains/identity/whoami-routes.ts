import type { FastifyInstance } from 'fastify';

import { defaultTenant } from '../../settings.ts';

/** Route that shows the identity headers of the gateway, as a service behind it sees them. */
export function whoamiRoute(app: FastifyInstance): void {
  app.get('/whoami', async ({ headers }) => ({
    user_id: headers['x-user-id'],
    username: headers['x-user-name'],
    email: headers['x-user-email'],
    roles: String(headers['x-user-roles'] ?? '')
      .split(',')
      .filter(Boolean),
    workroom_id: headers['x-workroom-id'],
    tenant_id: defaultTenant,
  }));
}
