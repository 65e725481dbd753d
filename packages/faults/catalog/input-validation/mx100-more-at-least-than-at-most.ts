import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX100',
  area: 'model-engine',
  sentence: 'More copies at least than at most are accepted.',
  source: 'Ours: nothing can keep both numbers',
  reverts: 'that the numbers of copies are held against each other',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/serving/deploy_model') && body) Object.assign(body, { max_copies: null });
    });
  },
};
