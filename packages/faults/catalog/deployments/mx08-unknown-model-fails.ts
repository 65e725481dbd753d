import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX8',
  area: 'model-engine',
  sentence: 'Deploying a model that is not there is answered with 500.',
  source: 'ENG-6533: a 5xx is taken for a host that cannot serve',
  reverts: 'that an unknown model is refused',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (url.endsWith('/serving/deploy_model') && reply.statusCode === 404) reply.code(500);
    });
  },
};
