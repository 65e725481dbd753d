import { defineFault } from '../../src/define-fault.ts';

export const ephemeralAppOutlivesSignOut = defineFault({
  id: 'A26',
  capability: 'apps',
  layer: 'service',
  sentence: 'An ephemeral app keeps running after its owner has signed out.',
  source: 'Kamiwaza docs, App Garden; capability apps.app-garden',
  reverts: 'that signing out takes along the ephemeral apps of the session',
  install({ services, http }) {
    const { sessionEnded } = services.apps;
    let signingOut = false;
    http.addHook('preHandler', async ({ url }) => void (signingOut = url.startsWith('/api/auth/logout')));
    services.apps.sessionEnded = (sid) => {
      if (!signingOut) sessionEnded(sid);
    };
  },
});
