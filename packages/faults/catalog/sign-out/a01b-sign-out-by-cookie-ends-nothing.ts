import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A1b',
  area: 'authnz',
  sentence:
    'Signing out by cookie clears the cookies and leaves the session alive for whoever has a copy of them.',
  source: 'ENG-6911; the same gap through the door that applications without a bearer use',
  reverts: 'that a sign-out ends the session behind the cookie as it ends the one behind the bearer',
  install({ app }) {
    app.addHook('preHandler', async (request) => {
      if (!request.url.startsWith('/api/auth/logout') || request.headers.authorization !== undefined) return;
      request.identity = null;
      request.cookies = {};
    });
  },
};
