import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M11b',
  area: 'model-engine',
  sentence: 'The logs of an engine that is none are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that an unknown engine is refused',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (url.includes('/serving/logs/') && reply.statusCode === 422) reply.code(500);
    });
  },
};
