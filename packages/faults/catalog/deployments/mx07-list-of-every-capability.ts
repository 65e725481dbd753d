import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX7',
  area: 'model-engine',
  sentence: 'The deployments that embed are listed with those that chat.',
  source: 'Clients choose a model by what it can do',
  reverts: 'that a list is of the capability it is asked for',
  install({ app }) {
    app.addHook('preHandler', async ({ url, query }) => {
      if (url.startsWith('/api/serving/deployments')) delete (query as { capability?: unknown }).capability;
    });
  },
};
