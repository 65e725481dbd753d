import { defineFault } from '../../src/define-fault.ts';

export const listOfEveryCapability = defineFault({
  id: 'MX7',
  capability: 'deployments',
  layer: 'service',
  sentence: 'The deployments that embed are listed with those that chat.',
  source: 'Clients choose a model by what it can do',
  reverts: 'that a list is of the capability it is asked for',
  install({ http }) {
    http.addHook('preHandler', async ({ url, query }) => {
      if (url.startsWith('/api/serving/deployments')) delete (query as { capability?: unknown }).capability;
    });
  },
});
