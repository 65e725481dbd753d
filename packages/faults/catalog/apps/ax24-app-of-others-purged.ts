import { defineFault } from '../../src/define-fault.ts';

export const appOfOthersPurged = defineFault({
  id: 'AX24',
  capability: 'apps',
  layer: 'service',
  sentence: 'Every user who may deploy can purge the apps of others, though not stop them.',
  source: 'A check of ownership in one of two verbs that mean much the same',
  reverts: 'that purging an app is for its owner and administrators',
  install({ services, http }) {
    const { mayRemove } = services.apps;
    let purging = false;
    http.addHook('preHandler', async ({ url }) => void (purging = url.endsWith('/purge')));
    services.apps.mayRemove = (caller, deployment) => purging || mayRemove(caller, deployment);
  },
});
