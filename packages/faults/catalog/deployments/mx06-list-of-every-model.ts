import { defineFault } from '../../src/define-fault.ts';

export const listOfEveryModel = defineFault({
  id: 'MX6',
  capability: 'deployments',
  layer: 'service',
  sentence: 'The deployments of one model are listed with those of all others.',
  source: 'Whoever stops the deployments of a model would stop all',
  reverts: 'that a list is of the model it is asked for',
  install({ http }) {
    http.addHook('preHandler', async ({ url, query }) => {
      if (url.startsWith('/api/serving/deployments')) delete (query as { model_id?: unknown }).model_id;
    });
  },
});
