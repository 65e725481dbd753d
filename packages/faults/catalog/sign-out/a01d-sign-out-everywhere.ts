import { defineFault } from '../../src/define-fault.ts';

export const signOutEverywhere = defineFault({
  id: 'A1d',
  capability: 'sign-out',
  layer: 'service',
  sentence: 'Signing out of one browser signs the person out of every other one too.',
  source: 'ENG-6911; what a hasty mend of it would do',
  reverts: 'that a sign-out ends the one session that asked for it',
  install({ services, http }) {
    http.addHook('preHandler', async ({ url, identity }) => {
      if (url.startsWith('/api/auth/logout') && identity) services.sessions.endAll(identity.sub);
    });
  },
});
