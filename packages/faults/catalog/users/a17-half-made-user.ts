import { defineFault } from '../../src/define-fault.ts';
import { hashPassword } from '@uat/platform';

export const halfMadeUser = defineFault({
  id: 'A17',
  capability: 'users',
  layer: 'service',
  sentence: 'A user who is refused for an unknown role is created anyway.',
  source: 'Kamiwaza documentation, security/admin-guide.md',
  reverts: 'that a user is made whole or not at all',
  install({ services, http }) {
    http.addHook('preHandler', async ({ method, url, body }) => {
      if (method !== 'POST' || url !== '/api/auth/users/local') return;
      const { username, email, password, roles } = Object(body);
      const unknown = [roles ?? []].flat().some((role) => !services.policy.current.roles.includes(role));
      if (!unknown || services.store.users.byUsername(username)) return;
      services.store.users.add({ username, email, roles: [], passwordHash: await hashPassword(password) });
    });
  },
});
