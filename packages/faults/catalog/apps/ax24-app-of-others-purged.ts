import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX24',
  area: 'authnz',
  sentence: 'Anybody who may deploy can purge the app of somebody else, though not stop it.',
  source: 'A check of ownership in one of two verbs that mean much the same',
  reverts: 'that purging an app is for its owner and administrators',
  install({ parts, app }) {
    const { mayRemove } = parts.apps;
    let purging = false;
    app.addHook('preHandler', async ({ url }) => void (purging = url.endsWith('/purge')));
    parts.apps.mayRemove = (caller, deployment) => purging || mayRemove(caller, deployment);
  },
};
