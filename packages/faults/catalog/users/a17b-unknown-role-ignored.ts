import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A17b',
  area: 'authnz',
  sentence: 'A user with an unknown role is made without it, and nobody is told.',
  source: 'Leaving out what is not known looks friendly and hides a typing error in a right',
  reverts: 'that an unknown role is refused',
  install({ parts, app }) {
    app.addHook('preHandler', async ({ method, url, body }) => {
      if (method !== 'POST' || url !== '/api/auth/users/local') return;
      const wanted = Object(body);
      if (Array.isArray(wanted.roles))
        wanted.roles = wanted.roles.filter((role: string) => parts.policy.current.roles.includes(role));
    });
  },
};
