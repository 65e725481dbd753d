import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX104',
  area: 'model-engine',
  sentence: 'An id that is none makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an id is read before it is looked for',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (url.startsWith('/api/serving/deployment/') && reply.statusCode === 422) reply.code(500);
    });
  },
};
