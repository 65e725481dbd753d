import { defineFault } from '../../src/define-fault.ts';

export const signOutOfTheBrowserOnly = defineFault({
  id: 'A1e',
  capability: 'sign-out',
  layer: 'service',
  sentence: 'Signing out clears the browser’s cookies and ends nothing on the platform.',
  source: 'ENG-6911; Kamiwaza API document: logout revokes the tokens',
  reverts: 'that a sign-out ends the session on the platform',
  install({ http }) {
    http.addHook('preHandler', async (request) => {
      if (!request.url.startsWith('/api/auth/logout')) return;
      request.identity = null;
      request.cookies = {};
    });
  },
});
