import { defineFault } from '../../src/define-fault.ts';

export const signOutByCookieEndsNothing = defineFault({
  id: 'A1b',
  capability: 'sign-out',
  layer: 'service',
  sentence:
    'Signing out by cookie clears the cookies and leaves the session alive for whoever has a copy of them.',
  source: 'ENG-6911; the same gap through the door that applications without a bearer use',
  reverts: 'that a sign-out ends the session behind the cookie as it ends the one behind the bearer',
  install({ http }) {
    http.addHook('preHandler', async (request) => {
      if (!request.url.startsWith('/api/auth/logout') || request.headers.authorization !== undefined) return;
      request.identity = null;
      request.cookies = {};
    });
  },
});
