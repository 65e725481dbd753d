import { defineFault } from '../../src/define-fault.ts';

export const deployedAtEachQuery = defineFault({
  id: 'MX92',
  capability: 'deploy-after-download',
  layer: 'service',
  sentence: 'A model is deployed again each time that its readiness is queried.',
  source: 'Ours: pages ask again and again, and each engine takes memory',
  reverts: 'that a model that is deployed is not deployed again',
  install({ services, http }) {
    http.addHook('preHandler', async ({ url }) => {
      if (url.startsWith('/api/models/deploy_after_download')) lookAway = true;
    });
    const { activeOf } = services.serving;
    let lookAway = false;
    services.serving.activeOf = (modelId) => {
      const found = lookAway ? [] : activeOf(modelId);
      lookAway = false;
      return found;
    };
  },
});
