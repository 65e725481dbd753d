import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A26',
  area: 'authnz',
  sentence: 'An ephemeral app goes on after its owner has signed out.',
  source: 'Kamiwaza docs, App Garden; capability apps.app-garden',
  reverts: 'that signing out takes along the ephemeral apps of the session',
  install({ parts, app }) {
    const { sessionEnded } = parts.apps;
    let signingOut = false;
    app.addHook('preHandler', async ({ url }) => void (signingOut = url.startsWith('/api/auth/logout')));
    parts.apps.sessionEnded = (sid) => {
      if (!signingOut) sessionEnded(sid);
    };
  },
};
