import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M11',
  area: 'model-engine',
  sentence: 'The logs of an engine are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that the logs of an engine can be read',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (url.includes('/serving/logs/')) reply.code(500);
    });
  },
};
