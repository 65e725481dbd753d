import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX99',
  area: 'model-engine',
  sentence: 'An engine that nobody knows is taken for none that was named.',
  source: 'Ours: whoever misspells an engine gets another one and does not learn of it',
  reverts: 'that the names of engines are checked',
  install({ app }) {
    app.addHook('preHandler', async ({ url, body }) => {
      if (url.startsWith('/api/serving/deploy_model') && body) Object.assign(body, { engine_name: null });
    });
  },
};
