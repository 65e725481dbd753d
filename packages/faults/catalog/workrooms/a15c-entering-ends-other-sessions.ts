import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A15c',
  area: 'authnz',
  sentence: 'Whoever enters a workroom is signed out everywhere else.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that a person may have several sessions, each in a workroom of its own',
  install({ parts, app }) {
    app.addHook('onResponse', async ({ method, url, identity }, { statusCode }) => {
      if (method === 'POST' && url.endsWith('/enter') && statusCode === 200 && identity?.kind === 'session')
        parts.endSessions(identity.sub, identity.sid);
    });
  },
};
