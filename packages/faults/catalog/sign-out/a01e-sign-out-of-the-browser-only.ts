import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A1e',
  area: 'authnz',
  sentence: 'Signing out clears the browser’s cookies and ends nothing on the platform.',
  source: 'ENG-6911; Kamiwaza API document: logout revokes the tokens',
  reverts: 'that a sign-out ends the session on the platform',
  install({ app }) {
    app.addHook('preHandler', async (request) => {
      if (!request.url.startsWith('/api/auth/logout')) return;
      request.identity = null;
      request.cookies = {};
    });
  },
};
