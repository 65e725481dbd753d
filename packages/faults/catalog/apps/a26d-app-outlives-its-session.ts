import { defineFault } from '../../src/define-fault.ts';

export const appOutlivesItsSession = defineFault({
  id: 'A26d',
  capability: 'apps',
  layer: 'service',
  sentence: 'An app that has ended its own session keeps running.',
  source: 'API document: ending an app session purges the deployment',
  reverts: 'that the end of its session purges an app',
  install({ services, http }) {
    const { purge } = services.apps;
    let ending = false;
    http.addHook('preHandler', async ({ url }) => void (ending = url === '/api/apps/sessions/end'));
    services.apps.purge = (id) => {
      if (!ending) purge(id);
    };
  },
});
