import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX50b',
  area: 'authnz',
  sentence: 'A user is made with an address that is none.',
  source: 'Notices and resets go there',
  reverts: 'that an address is checked',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      const user = Object(body);
      if (url.startsWith('/api/auth/users/') && typeof user.email === 'string' && !user.email.includes('@'))
        user.email = 'accepted@example.com';
    });
  },
};
