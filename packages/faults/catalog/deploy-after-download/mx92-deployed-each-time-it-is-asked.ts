import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX92',
  area: 'model-engine',
  sentence: 'A model is deployed again each time that somebody asks whether it is ready.',
  source: 'Ours: pages ask again and again, and each engine takes memory',
  reverts: 'that a model that is deployed is not deployed again',
  install({ app, parts }) {
    app.addHook('preHandler', async ({ url }) => {
      if (url.startsWith('/api/models/deploy_after_download')) lookAway = true;
    });
    const { activeOf } = parts.serving;
    let lookAway = false;
    parts.serving.activeOf = (modelId) => {
      const found = lookAway ? [] : activeOf(modelId);
      lookAway = false;
      return found;
    };
  },
};
