import type { Regression } from './regression.ts';
import { hashPassword } from '../passwords/hash-password.ts';

export const regression: Regression = {
  id: 'A17',
  area: 'authnz',
  sentence: 'A user who is refused for an unknown role is there all the same.',
  source: 'Kamiwaza documentation, security/admin-guide.md',
  reverts: 'that a user is made whole or not at all',
  install({ parts, app }) {
    app.addHook('preHandler', async ({ method, url, body }) => {
      if (method !== 'POST' || url !== '/api/auth/users/local') return;
      const { username, email, password, roles } = Object(body);
      const unknown = [roles ?? []].flat().some((role) => !parts.policy.current.roles.includes(role));
      if (!unknown || parts.store.users.byUsername(username)) return;
      parts.store.users.add({ username, email, roles: [], passwordHash: await hashPassword(password) });
    });
  },
};
