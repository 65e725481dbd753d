import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A26d',
  area: 'authnz',
  sentence: 'An app that has ended its own session goes on.',
  source: 'API document: ending an app session purges the deployment',
  reverts: 'that the end of its session purges an app',
  install({ parts, app }) {
    const { purge } = parts.apps;
    let ending = false;
    app.addHook('preHandler', async ({ url }) => void (ending = url === '/api/apps/sessions/end'));
    parts.apps.purge = (id) => {
      if (!ending) purge(id);
    };
  },
};
