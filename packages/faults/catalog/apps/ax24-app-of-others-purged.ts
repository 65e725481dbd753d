import { defineFault } from '../../src/define-fault.ts';

export const appOfOthersPurged = defineFault({
  id: 'AX24',
  capability: 'apps',
  layer: 'service',
  sentence: 'Anybody who may deploy can purge the app of somebody else, though not stop it.',
  source: 'A check of ownership in one of two verbs that mean much the same',
  reverts: 'that purging an app is for its owner and administrators',
  install({ services, http }) {
    const { mayRemove } = services.apps;
    let purging = false;
    http.addHook('preHandler', async ({ url }) => void (purging = url.endsWith('/purge')));
    services.apps.mayRemove = (caller, deployment) => purging || mayRemove(caller, deployment);
  },
});
