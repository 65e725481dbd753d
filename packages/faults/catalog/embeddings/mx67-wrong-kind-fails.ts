import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX67',
  area: 'model-engine',
  sentence: 'A model that is asked for what its kind does not do answers with 500.',
  source: 'Ours: clients try a 500 again, and would for ever',
  reverts: 'that a model says what it does not do',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (/^\/runtime\/models\/.+\/(completions|embeddings)$/.test(url) && reply.statusCode === 400)
        reply.code(500);
    });
  },
};
