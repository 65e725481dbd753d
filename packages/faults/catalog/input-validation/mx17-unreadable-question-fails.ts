import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX17',
  area: 'model-engine',
  sentence: 'A question that cannot be read is answered with 500.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an unreadable question is refused',
  install({ app }) {
    app.addHook('onSend', async ({ url }, reply) => {
      if (url.startsWith('/runtime/models/') && reply.statusCode === 400) reply.code(500);
    });
  },
};
