import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A1d',
  area: 'authnz',
  sentence: 'Signing out of one browser signs the person out of every other one too.',
  source: 'ENG-6911; what a hasty mend of it would do',
  reverts: 'that a sign-out ends the one session that asked for it',
  install({ parts, app }) {
    app.addHook('preHandler', async ({ url, identity }) => {
      if (url.startsWith('/api/auth/logout') && identity) parts.endSessions(identity.sub);
    });
  },
};
